package dev.streamux.trace.file;

import java.nio.charset.StandardCharsets;

/** Reads what {@link CompactSink} wrote. What is wrong is an {@link IllegalArgumentException}. Not thread-safe. */
final class CompactSource {
    private final byte[] bytes;
    private final int end;
    private int position;

    CompactSource(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        position = from;
        end = from + length;
    }

    int readByte() {
        if (position >= end) {
            throw new IllegalArgumentException("the block ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than ten bytes");
    }

    long readSigned() {
        long value = readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    int readCount(String what) {
        long count = readVarint();
        // Every counted thing takes at least a byte, so a larger count is damage, not data.
        if (count < 0 || count > end - position) {
            throw new IllegalArgumentException(
                    "the number of " + what + " is " + count + ", more than the block holds");
        }
        return (int) count;
    }

    String readString() {
        int length = readCount("characters");
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    boolean isAtEnd() {
        return position == end;
    }
}
