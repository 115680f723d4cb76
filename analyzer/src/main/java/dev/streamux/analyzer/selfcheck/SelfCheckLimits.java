package dev.streamux.analyzer.selfcheck;

/**
 * How late the harness may be before a run counts as not valid.
 *
 * <p>A millisecond here and there does not change what a reader feels; being late by the gap between two tokens does
 * change what a run says. The defaults are one gap at 40 tokens/s for the tail, and a fifth of it for the middle.
 *
 * @param medianMillis the most that a median may be, itself allowed
 * @param tailMillis the most that a p99 may be, itself allowed
 */
public record SelfCheckLimits(double medianMillis, double tailMillis) {
    /** 5 ms for medians and 25 ms for p99. */
    public static final SelfCheckLimits DEFAULTS = new SelfCheckLimits(5, 25);

    public SelfCheckLimits {
        if (!(medianMillis > 0 && tailMillis >= medianMillis)) {
            throw new IllegalArgumentException("limits are " + medianMillis + " and " + tailMillis
                    + " ms; they must be above 0 and the tail's not below the median's");
        }
    }
}
