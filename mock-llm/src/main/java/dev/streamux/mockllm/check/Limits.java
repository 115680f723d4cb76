package dev.streamux.mockllm.check;

/**
 * What the server allows itself; beyond it {@code /_mock/health} says that its times are not to be trusted.
 *
 * @param latenessMillis p99 from an event's due time to the return of its write
 * @param loopDelayMillis p99 of the lateness of an event loop's heartbeat
 * @param gcShare share of the time that goes into garbage collections, in (0, 1]
 */
public record Limits(double latenessMillis, double loopDelayMillis, double gcShare) {
    /** One gap at 50 tokens a second for events; 50 ms and a twentieth of the time, as the load generator has them. */
    public static final Limits DEFAULTS = new Limits(20, 50, 0.05);

    public Limits {
        if (!(latenessMillis > 0 && loopDelayMillis > 0 && gcShare > 0 && gcShare <= 1)) {
            throw new IllegalArgumentException("limits are " + latenessMillis + " ms, " + loopDelayMillis
                    + " ms and a share of " + gcShare + "; they must be above 0, and the share at most 1");
        }
    }
}
