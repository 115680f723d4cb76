package dev.streamux.simulations.client.transport.kernel;

import dev.streamux.trace.NanoClock;

/** Carries the kernel's stamps over to the clock of the run. Belongs to one event loop. */
final class KernelClock {
    /** A sample is taken only if both clocks were read this close together; a thread that lost the CPU tries again. */
    private static final long TIGHT_NANOS = 5_000;
    /** The two clocks drift by microseconds a second at most while the wall clock is being slewed. */
    private static final long RESAMPLE_NANOS = 10_000_000;

    private static final int TRIES = 20;

    private final NanoClock clock;
    private final StampedReads reads;
    private long offset;
    private long sampledNanos;
    private boolean sampled;

    KernelClock(NanoClock clock, StampedReads reads) {
        this.clock = clock;
        this.reads = reads;
    }

    /** The last read's stamp on the clock of the run; now, if the kernel gave none. */
    long nanosOfRead() {
        long now = clock.nanos();
        if (!sampled || now - sampledNanos > RESAMPLE_NANOS) {
            sample();
        }
        long stamp = reads.stampNanos();
        return stamp == 0 ? now : Math.min(now, stamp - offset);
    }

    private void sample() {
        for (int i = 0; i < TRIES; i++) {
            long before = clock.nanos();
            long realtime = reads.realtimeNanos();
            long after = clock.nanos();
            boolean tight = after - before <= TIGHT_NANOS;
            if (tight || !sampled) {
                offset = realtime - (before + (after - before) / 2);
                sampledNanos = after;
                sampled = true;
            }
            if (tight) {
                return;
            }
        }
    }
}
