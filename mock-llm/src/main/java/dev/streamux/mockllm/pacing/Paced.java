package dev.streamux.mockllm.pacing;

/**
 * Something that a {@link Pacer} wakes at absolute times, on its event loop.
 *
 * <p>An abstract class and not an interface, because the pacer keeps its seat in the heap inside: nothing is allocated
 * for a wake-up.
 */
public abstract class Paced {
    /** What {@link #fire} returns when it wants no further wake-up. */
    public static final long NEVER = Long.MAX_VALUE;

    static final int NOT_QUEUED = -1;

    int seat = NOT_QUEUED;

    /**
     * Does what is due.
     *
     * @param nowNanos the pacer's clock, not before the deadline
     * @return the next deadline on the pacer's clock, or {@link #NEVER}
     */
    protected abstract long fire(long nowNanos);
}
