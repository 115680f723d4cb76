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

    /**
     * Looks at what {@link #fire} is about to need, and changes nothing.
     *
     * <p>Asked of several that are due before the first of them fires, so that the processor fetches what they need from
     * memory side by side and not one after the other; with a thousand streams none of it is in a near cache.
     *
     * @return anything that depends on what was looked at, or the look could be left out by the compiler
     */
    protected boolean glance(long nowNanos) {
        return false;
    }
}
