package dev.streamux.simulations.arrival;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * The users of a closed model: each asks again when it has its answer, so their number is the concurrency.
 *
 * @param users how many, ≥ 1
 * @param ramp over how long they arrive, one after the other at even distances, ≥ 0; zero for all at once
 */
public record UserRamp(int users, Duration ramp) {
    public UserRamp {
        if (users < 1) {
            throw new IllegalArgumentException("users is " + users + "; it must be >= 1");
        }
        if (ramp.isNegative()) {
            throw new IllegalArgumentException("ramp is " + ramp + "; it must be >= 0");
        }
    }

    /**
     * When each user arrives: nanoseconds from the start of the load, {@link #users()} of them, never decreasing; the
     * first is 0.
     */
    public LongStream starts() {
        double step = (double) ramp.toNanos() / users;
        return LongStream.range(0, users).map(user -> Math.round(user * step));
    }
}
