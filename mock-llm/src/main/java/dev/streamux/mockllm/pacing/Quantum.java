package dev.streamux.mockllm.pacing;

import java.util.OptionalLong;

/**
 * How far apart two wake-ups of a pacer must be.
 *
 * @param fixedNanos always this; empty for automatic: none while the loop is quiet, {@link #BUSY_NANOS} while it is busy
 * @param leastNanos never less than this; a transport that spins on short timers needs 1 ms
 */
public record Quantum(OptionalLong fixedNanos, long leastNanos) {
    /** The automatic quantum under load: 250 µs. */
    public static final long BUSY_NANOS = 250_000;

    /** Exact while quiet, 250 µs while busy. */
    public static final Quantum AUTOMATIC = new Quantum(OptionalLong.empty(), 0);

    public Quantum {
        if (leastNanos < 0 || fixedNanos.orElse(0) < 0) {
            throw new IllegalArgumentException("the quantum must be >= 0");
        }
    }

    /** The same with a floor. */
    public Quantum atLeast(long nanos) {
        return new Quantum(fixedNanos, nanos);
    }

    /** The least distance between two wake-ups, in nanoseconds. */
    long nanos(boolean busy) {
        return Math.max(leastNanos, fixedNanos.orElse(busy ? BUSY_NANOS : 0));
    }
}
