package dev.streamux.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of one response in order of arrival: when each came, how many characters it added, how long it was.
 *
 * <p>Three parallel arrays and not a list of records, because the analyzer reads tens of millions of them. Immutable.
 * A character is a Unicode code point. Times may be equal and never decrease.
 */
public final class Chunks {
    /** No chunk at all. */
    public static final Chunks NONE = new Chunks(new long[0], new int[0], new int[0]);

    private final long[] timesNanos;
    private final int[] characters;
    private final int[] bytes;

    private Chunks(long[] timesNanos, int[] characters, int[] bytes) {
        this.timesNanos = timesNanos;
        this.characters = characters;
        this.bytes = bytes;
    }

    /** The number of chunks, ≥ 0. */
    public int size() {
        return timesNanos.length;
    }

    /** Whether there is no chunk. */
    public boolean isEmpty() {
        return timesNanos.length == 0;
    }

    /** Arrival of chunk {@code index}: nanoseconds, monotonic, from run start. */
    public long timeNanos(int index) {
        return timesNanos[index];
    }

    /** Code points of visible text that chunk {@code index} added, ≥ 0. */
    public int characters(int index) {
        return characters[index];
    }

    /** Bytes of the event of chunk {@code index} on the wire, framing of the event included, ≥ 0. */
    public int bytes(int index) {
        return bytes[index];
    }

    /** The sum of {@link #characters} over all chunks. */
    public long totalCharacters() {
        long total = 0;
        for (int count : characters) {
            total += count;
        }
        return total;
    }

    /** A copy whose times are {@code offsetNanos} later; negative moves them earlier. */
    public Chunks shiftedBy(long offsetNanos) {
        long[] shifted = new long[timesNanos.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = timesNanos[i] + offsetNanos;
        }
        return new Chunks(shifted, characters, bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chunks that
                && Arrays.equals(timesNanos, that.timesNanos)
                && Arrays.equals(characters, that.characters)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(timesNanos) + Arrays.hashCode(characters);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : ",");
            text.append('[').append(timesNanos[i]).append(',').append(characters[i]);
            text.append(',').append(bytes[i]).append(']');
        }
        return text.append(']').toString();
    }

    /** A builder that is empty. */
    public static Builder builder() {
        return new Builder(Builder.FIRST_CAPACITY);
    }

    /** An empty builder with room for {@code capacity} chunks. */
    public static Builder builder(int capacity) {
        return new Builder(capacity);
    }

    /** Collects chunks in order of arrival. Not thread-safe. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 64;
        private long[] timesNanos;
        private int[] characters;
        private int[] bytes;
        private int size;

        private Builder(int capacity) {
            timesNanos = new long[capacity];
            characters = new int[capacity];
            bytes = new int[capacity];
        }

        /**
         * Appends one chunk.
         *
         * @param timeNanos arrival, not before the one of the chunk before
         * @param addedCharacters code points of visible text, ≥ 0
         * @param wireBytes bytes on the wire, ≥ 0
         * @throws IllegalArgumentException if the time decreases or a count is negative
         */
        public Builder add(long timeNanos, int addedCharacters, int wireBytes) {
            if (size > 0 && timeNanos < timesNanos[size - 1]) {
                throw new IllegalArgumentException("chunk " + size + " is at " + timeNanos
                        + " ns, before the chunk before it at " + timesNanos[size - 1] + "; times must not decrease");
            }
            if (addedCharacters < 0 || wireBytes < 0) {
                throw new IllegalArgumentException("chunk " + size + " has " + addedCharacters + " characters and "
                        + wireBytes + " bytes; both must be >= 0");
            }
            if (size == timesNanos.length) {
                int capacity = Math.max(FIRST_CAPACITY, size * 2);
                timesNanos = Arrays.copyOf(timesNanos, capacity);
                characters = Arrays.copyOf(characters, capacity);
                bytes = Arrays.copyOf(bytes, capacity);
            }
            timesNanos[size] = timeNanos;
            characters[size] = addedCharacters;
            bytes[size] = wireBytes;
            size++;
            return this;
        }

        /** The number of chunks so far. */
        public int size() {
            return size;
        }

        /** The chunks so far; the builder can go on afterwards. */
        public Chunks build() {
            if (size == 0) {
                return NONE;
            }
            // A full builder gives its arrays away: the next chunk would be put into larger ones anyway.
            return size == timesNanos.length
                    ? new Chunks(timesNanos, characters, bytes)
                    : new Chunks(
                            Arrays.copyOf(timesNanos, size),
                            Arrays.copyOf(characters, size),
                            Arrays.copyOf(bytes, size));
        }
    }
}
