package dev.streamux.analyzer.selfcheck;

/**
 * How late the harness may be before a run counts as not valid.
 *
 * <p>A millisecond here and there does not change what a reader feels; being late by the gap between two tokens does
 * change what a run says. For the two sides that stamp tokens the tail may be one gap at 40 tokens/s. A late dispatch is
 * counted in every user-facing time, whose origin is the intended start, so it may come near what people notice.
 *
 * @param mock of the mock's emissions
 * @param client of the client's stamps
 * @param schedule of the starts
 */
public record SelfCheckLimits(Limit mock, Limit client, Limit schedule) {
    /** 5 and 25 ms for mock and client, 10 and 100 ms for the schedule. */
    public static final SelfCheckLimits DEFAULTS =
            new SelfCheckLimits(new Limit(5, 25), new Limit(5, 25), new Limit(10, 100));

    /**
     * The most that is allowed, itself included.
     *
     * @param medianMillis of the median
     * @param tailMillis of the p99
     */
    public record Limit(double medianMillis, double tailMillis) {
        public Limit {
            if (!(medianMillis > 0 && tailMillis >= medianMillis)) {
                throw new IllegalArgumentException("limits are " + medianMillis + " and " + tailMillis
                        + " ms; they must be above 0 and the tail's not below the median's");
            }
        }
    }
}
