package dev.streamux.mockllm.pacing;

import java.util.OptionalLong;

/**
 * How far apart two wake-ups of a pacer must be.
 *
 * <p>Automatic: none while the loop is quiet, {@link #DENSE_NANOS} from {@link #DENSE_PER_SECOND} wake-ups a second,
 * {@link #BUSY_NANOS} from {@link #BUSY_PER_SECOND}. Below the first a wake-up for each deadline costs little in all; above it
 * waking costs more than writing, and the median lateness still stays under 0.1 ms; above the second only the number
 * of tokens counts. Measured; see docs/benchmarks.md.
 *
 * @param fixedNanos always this; empty for automatic
 * @param leastNanos never less than this; a transport that spins on short timers needs 1 ms
 */
public record Quantum(OptionalLong fixedNanos, long leastNanos) {
    /** Wake-ups a second above which {@link #DENSE_NANOS} lie between them. */
    static final int DENSE_PER_SECOND = 25_000;

    /** Wake-ups a second above which {@link #BUSY_NANOS} lie between them. */
    static final int BUSY_PER_SECOND = 100_000;

    /** 100 µs. */
    static final long DENSE_NANOS = 100_000;

    /** 250 µs. */
    static final long BUSY_NANOS = 250_000;

    /** Exact while quiet, coarser the more there is to do. */
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

    /** The least distance between two wake-ups at this rate, in nanoseconds. */
    long nanos(double perSecond) {
        return Math.max(leastNanos, fixedNanos.orElse(automaticNanos(perSecond)));
    }

    private static long automaticNanos(double perSecond) {
        if (perSecond < DENSE_PER_SECOND) {
            return 0;
        }
        return perSecond < BUSY_PER_SECOND ? DENSE_NANOS : BUSY_NANOS;
    }
}
