package dev.streamux.mockllm.load;

/**
 * How an answer came to run.
 *
 * @param queuedNanos how long it waited for others to end; exactly 0 if it did not wait
 * @param running answers that run from then on, this one included; 0 for one that never ran
 */
public record Place(long queuedNanos, int running) {
    /** Alone and at once. */
    public static final Place ALONE = new Place(0, 1);

    public Place {
        if (queuedNanos < 0 || running < 0) {
            throw new IllegalArgumentException("a wait and a number of answers cannot be below 0");
        }
    }
}
