package dev.streamux.protocol.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes. Doubling keeps the total cost of appending linear in what was appended. */
final class ByteAccumulator {
    private static final int FIRST_CAPACITY = 256;
    /** A larger array is given back after use, so that one giant event does not hold its memory for ever. */
    private static final int KEPT_CAPACITY = 64 * 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void append(byte[] source, int from, int to) {
        ensure(size + (to - from));
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    void append(byte value) {
        ensure(size + 1);
        bytes[size++] = value;
    }

    void clear() {
        size = 0;
        if (bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }

    /** The first {@code length} bytes as UTF-8; each malformed sequence becomes U+FFFD. */
    String text(int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void ensure(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
