package dev.streamux.analyzer.curve;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.util.Arrays;

/**
 * The one function that every reader metric is computed from: how many characters are visible at time t.
 *
 * <p>Written {@code C(t)}, with {@code N} the final length and {@code tau(x)} the time at which character {@code x}
 * became visible. Steps of equal time are one step, and chunks without characters none, so that cutting a chunk in
 * pieces of the same time cannot change anything. Leading white space is invisible: it counts from the moment of the
 * first other character. Times are nanoseconds from the intended start of the request. Immutable.
 */
public final class TextCurve {
    private static final TextCurve EMPTY = new TextCurve(new long[0], new long[0], 0);

    private final long[] timesNanos;
    private final long[] cumulative;
    private final int size;

    private TextCurve(long[] timesNanos, long[] cumulative, int size) {
        this.timesNanos = timesNanos;
        this.cumulative = cumulative;
        this.size = size;
    }

    /** The visible text of a response at the times of its arrival, from the intended start. */
    public static TextCurve ofArrivals(ResponseTrace trace) {
        int invisible = trace.text().map(TextCurve::leadingWhiteSpace).orElse(0);
        return of(trace.chunks(), trace.intendedNanos(), invisible);
    }

    /** The curve of these chunks, from {@code originNanos}. */
    public static TextCurve of(Chunks chunks, long originNanos) {
        return of(chunks, originNanos, 0);
    }

    private static TextCurve of(Chunks chunks, long originNanos, int invisible) {
        int count = chunks.size();
        Builder builder = new Builder(count);
        long held = 0;
        for (int i = 0; i < count; i++) {
            held += chunks.characters(i);
            if (held > invisible) {
                builder.append(chunks.timeNanos(i) - originNanos, held);
                held = 0;
                invisible = 0;
            }
        }
        return builder.build();
    }

    /** Code points of white space before the first other character; all of a blank text counts as visible. */
    private static int leadingWhiteSpace(String text) {
        int units = 0;
        int characters = 0;
        while (units < text.length()) {
            int codePoint = text.codePointAt(units);
            if (!Character.isWhitespace(codePoint)) {
                return characters;
            }
            units += Character.charCount(codePoint);
            characters++;
        }
        return 0;
    }

    /** A builder with room for {@code capacity} steps. */
    public static Builder builder(int capacity) {
        return new Builder(capacity);
    }

    /** The number of steps, ≥ 0. */
    public int size() {
        return size;
    }

    /** Whether nothing ever became visible. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The time of step {@code index}: nanoseconds from the intended start, strictly increasing. */
    public long timeNanos(int index) {
        return timesNanos[index];
    }

    /** The characters visible from step {@code index} on, strictly increasing. */
    public long cumulative(int index) {
        return cumulative[index];
    }

    /** The characters visible before step {@code index}; 0 for the first. */
    public long before(int index) {
        return index == 0 ? 0 : cumulative[index - 1];
    }

    /** N, the final length. */
    public long characters() {
        return size == 0 ? 0 : cumulative[size - 1];
    }

    /** {@code tau(1)}. @throws ArrayIndexOutOfBoundsException if empty */
    public long firstNanos() {
        return timesNanos[0];
    }

    /** {@code tau(N)}. @throws ArrayIndexOutOfBoundsException if empty */
    public long lastNanos() {
        return timesNanos[size - 1];
    }

    /** {@code C(t)}: the characters visible at {@code nanos}, a step at that very moment included. */
    public long visibleAt(long nanos) {
        int found = Arrays.binarySearch(timesNanos, 0, size, nanos);
        return before(found >= 0 ? found + 1 : -found - 1);
    }

    /**
     * {@code tau(x)}: when {@code character} became visible.
     *
     * @param character from 1 to N
     * @throws IllegalArgumentException outside of that
     */
    public long tau(long character) {
        if (character < 1 || character > characters()) {
            throw new IllegalArgumentException("character is " + character + "; it must be from 1 to " + characters());
        }
        int found = Arrays.binarySearch(cumulative, 0, size, character);
        return timesNanos[found >= 0 ? found : -found - 1];
    }

    /** The same curve, every step {@code nanos} later. */
    public TextCurve shiftedBy(long nanos) {
        long[] shifted = new long[size];
        for (int i = 0; i < size; i++) {
            shifted[i] = timesNanos[i] + nanos;
        }
        return new TextCurve(shifted, cumulative, size);
    }

    /** The counterfactual of a client that shows nothing before everything is there: one step at {@code tau(N)}. */
    public TextCurve buffered() {
        return size <= 1 ? this : new TextCurve(new long[] {lastNanos()}, new long[] {characters()}, 1);
    }

    /** Collects steps in order of time. Not thread-safe. */
    public static final class Builder {
        private final long[] timesNanos;
        private final long[] cumulative;
        private int size;

        private Builder(int capacity) {
            timesNanos = new long[capacity];
            cumulative = new long[capacity];
        }

        /**
         * Adds characters at a time; at the time of the last step they join it, and none of them adds no step.
         *
         * @throws IllegalArgumentException if the time decreases
         */
        public Builder append(long nanos, long characters) {
            if (size > 0 && nanos < timesNanos[size - 1]) {
                throw new IllegalArgumentException(
                        "a step is at " + nanos + " ns, before the one before it at " + timesNanos[size - 1]);
            }
            if (characters == 0) {
                return this;
            }
            if (size > 0 && nanos == timesNanos[size - 1]) {
                cumulative[size - 1] += characters;
                return this;
            }
            timesNanos[size] = nanos;
            cumulative[size] = characters + (size == 0 ? 0 : cumulative[size - 1]);
            size++;
            return this;
        }

        /** The curve; the builder must not be used afterwards. */
        public TextCurve build() {
            return size == 0 ? EMPTY : new TextCurve(timesNanos, cumulative, size);
        }
    }
}
