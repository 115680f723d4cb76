package dev.streamux.simulations.selftest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One thing that the scripted server does, at a time counted from the arrival of the request. */
public sealed interface WireStep {
    /** When it is due: milliseconds from the request's arrival, ≥ 0. */
    long atMillis();

    /** Writes these bytes and flushes. */
    final class Write implements WireStep {
        private final long atMillis;
        private final byte[] bytes;

        /** A write of these bytes, which are copied. */
        public Write(long atMillis, byte[] bytes) {
            this.atMillis = atMillis;
            this.bytes = bytes.clone();
        }

        /** A write of this text in UTF-8. */
        public Write(long atMillis, String text) {
            this(atMillis, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long atMillis() {
            return atMillis;
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Write that && atMillis == that.atMillis && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** Closes the connection in order. */
    record Close(long atMillis) implements WireStep {}

    /** Resets the connection. */
    record Reset(long atMillis) implements WireStep {}

    /** Keeps the connection open and silent until this time. */
    record Silence(long atMillis) implements WireStep {}
}
