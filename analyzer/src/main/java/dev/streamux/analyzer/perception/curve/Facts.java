package dev.streamux.analyzer.perception.curve;

/**
 * The two facts that the model is drawn through: with equal total time, which share rated the answer as slow.
 *
 * @param bufferedSeconds the wait for the first text of the buffered answer, > {@code streamedSeconds}
 * @param bufferedShare the share that rated it as slow, > {@code streamedShare}
 * @param streamedSeconds the wait of the streamed answer, > 0
 * @param streamedShare the share that rated it as slow, > 0
 */
public record Facts(double bufferedSeconds, double bufferedShare, double streamedSeconds, double streamedShare) {
    /** The project's given facts: 68 % at 3.2 s, 22 % at 0.18 s. Their source and sample size are not known. */
    public static final Facts GIVEN = new Facts(3.2, 0.68, 0.18, 0.22);

    public Facts {
        if (!(streamedSeconds > 0 && bufferedSeconds > streamedSeconds)) {
            throw new IllegalArgumentException(
                    "the waits are " + streamedSeconds + " and " + bufferedSeconds + " s; they must be > 0 and rise");
        }
        if (!(streamedShare > 0 && bufferedShare > streamedShare && bufferedShare < 1)) {
            throw new IllegalArgumentException(
                    "the shares are " + streamedShare + " and " + bufferedShare + "; they must be in (0, 1) and rise");
        }
    }
}
