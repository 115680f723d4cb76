package dev.streamux.simulations.run.pace;

/**
 * What the engine remembers of a virtual user. Belongs to the user's event loop.
 */
public final class VirtualUser {
    private final int index;
    private long readyNanos = Long.MIN_VALUE;
    private boolean over;

    /** A user that has not asked yet; {@code index} counts users from 0. */
    public VirtualUser(int index) {
        this.index = index;
    }

    /** Its number, from 0, in the order of arrival. */
    int index() {
        return index;
    }

    /** When it is ready for the next question, from run start; before its first one, long ago. */
    long readyNanos() {
        return readyNanos;
    }

    void readyAt(long nanos) {
        readyNanos = nanos;
    }

    /** Whether it asks no more. */
    public boolean isOver() {
        return over;
    }

    /** Lets it ask no more. */
    public void leave() {
        over = true;
    }
}
