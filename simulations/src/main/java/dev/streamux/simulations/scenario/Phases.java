package dev.streamux.simulations.scenario;

import java.time.Duration;

/**
 * How the time is divided. A request belongs to the phase of its intended start; only {@code measure} is judged.
 *
 * @param warmup before, ≥ 0: classes load, code is compiled, connections open
 * @param measure what counts, &gt; 0
 * @param cooldown after, ≥ 0: the load stays while the last measured answers end
 */
public record Phases(Duration warmup, Duration measure, Duration cooldown) {
    /** The word of the first phase in traces. */
    public static final String WARMUP = "warmup";
    /** The word of the phase that is judged. */
    public static final String MEASURE = "measure";
    /** The word of the last phase. */
    public static final String COOLDOWN = "cooldown";

    public Phases {
        if (warmup.isNegative() || cooldown.isNegative() || measure.isNegative() || measure.isZero()) {
            throw new IllegalArgumentException("phases are " + warmup + ", " + measure + " and " + cooldown
                    + "; measure must be > 0, the others >= 0");
        }
    }

    /** All phases together. */
    public Duration total() {
        return warmup.plus(measure).plus(cooldown);
    }

    /** The phase of a request whose start was intended at this time, nanoseconds from the start of the load. */
    public String at(long nanos) {
        if (nanos < warmup.toNanos()) {
            return WARMUP;
        }
        return nanos < warmup.plus(measure).toNanos() ? MEASURE : COOLDOWN;
    }
}
