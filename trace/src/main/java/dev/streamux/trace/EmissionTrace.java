package dev.streamux.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the mock did for one request: the line of the response, plus when each chunk was planned and written.
 *
 * @param response the same shape as the client's line; times are the mock's, {@code sentNanos} is the arrival of the
 *     request, a chunk's time is its hand-over to the socket, {@code attributes} carry facts such as
 *     {@code clientLeftNanos}, {@code undeliveredTokens}, {@code unwritableNanos} and {@code attempt}
 * @param plannedNanos when each chunk was due; as long as {@code response.chunks()}, or empty
 * @param writtenNanos when the write of each chunk was completed; as long as {@code response.chunks()}, or empty
 */
public record EmissionTrace(ResponseTrace response, Times plannedNanos, Times writtenNanos) {

    public EmissionTrace {
        requireLength("plannedNanos", plannedNanos, response);
        requireLength("writtenNanos", writtenNanos, response);
    }

    private static void requireLength(String name, Times times, ResponseTrace response) {
        if (times.size() != 0 && times.size() != response.chunks().size()) {
            throw new IllegalArgumentException(name + " has " + times.size() + " entries; it must have one for each of "
                    + response.chunks().size() + " chunks, or none");
        }
    }

    /** An immutable sequence of nanosecond stamps, in the order of the chunks. */
    public static final class Times {
        /** No stamp at all. */
        public static final Times NONE = new Times(new long[0]);

        private final long[] nanos;

        private Times(long[] nanos) {
            this.nanos = nanos;
        }

        /** The stamps in this order; the array is copied. */
        public static Times of(long... nanos) {
            return nanos.length == 0 ? NONE : new Times(nanos.clone());
        }

        /** The number of stamps, ≥ 0. */
        public int size() {
            return nanos.length;
        }

        /** Stamp {@code index}: nanoseconds, monotonic, from run start. */
        public long get(int index) {
            return nanos[index];
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Times that && Arrays.equals(nanos, that.nanos);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nanos);
        }

        @Override
        public String toString() {
            return Arrays.toString(nanos);
        }
    }
}
