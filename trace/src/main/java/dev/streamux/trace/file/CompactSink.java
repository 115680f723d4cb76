package dev.streamux.trace.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: whole numbers in groups of seven bits, strings with their length. Not thread-safe. */
final class CompactSink {
    private byte[] bytes = new byte[4096];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** An unsigned number, seven bits a byte, the lowest first; the high bit says that more follow. */
    void writeVarint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed number: 0, −1, 1, −2 … become 0, 1, 2, 3 …, so that small ones stay short. */
    void writeSigned(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    void writeString(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeVarint(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
