package dev.streamux.mockllm.pacing;

import java.util.Arrays;

/**
 * When each event of an answer is due, in nanoseconds from the request's arrival. Times never decrease.
 *
 * <p>All is computed before the first event leaves, so the schedule cannot drift, and every delivery of one script has the
 * same one.
 */
public final class Schedule {
    private final long[] dueNanos;

    private Schedule(long[] dueNanos) {
        this.dueNanos = dueNanos;
    }

    /**
     * A schedule of these times.
     *
     * @throws IllegalArgumentException if a time decreases
     */
    public static Schedule of(long... dueNanos) {
        for (int i = 1; i < dueNanos.length; i++) {
            if (dueNanos[i] < dueNanos[i - 1]) {
                throw new IllegalArgumentException("due time " + i + " is before the one before it");
            }
        }
        return new Schedule(Arrays.copyOf(dueNanos, dueNanos.length));
    }

    /** The number of events. */
    public int size() {
        return dueNanos.length;
    }

    /** When event {@code index} is due. */
    public long due(int index) {
        return dueNanos[index];
    }

    /** When the last event is due; 0 if there is none. */
    public long last() {
        return dueNanos.length == 0 ? 0 : dueNanos[dueNanos.length - 1];
    }

    /** The first event from {@code from} on that is due after {@code nanos}; the size if none is. */
    public int firstAfter(long nanos, int from) {
        int index = from;
        while (index < dueNanos.length && dueNanos[index] <= nanos) {
            index++;
        }
        return index;
    }
}
