package dev.streamux.mockllm.load;

import dev.streamux.trace.NanoClock;
import java.util.function.IntSupplier;

/**
 * The steps of a batch: one begins where the one before it ends, and lasts the longer the more answers run when it begins.
 *
 * <p>Steps are numbered from 0, which begins at the run's start. They go on when nobody looks: steps that passed unseen
 * count as long as what runs at the next look makes them. Safe for several threads.
 */
final class StepClock {
    /** How far back an end is remembered: who is late by more steps finds the oldest. */
    private static final int KEPT = 4096;

    private final Load load;
    private final NanoClock clock;
    private final IntSupplier running;
    private final long[] ends = new long[KEPT];
    private long current;

    /** The steps of a load with a step and a factor. */
    StepClock(Load load, NanoClock clock, IntSupplier running) {
        this.load = load;
        this.clock = clock;
        this.running = running;
        ends[0] = load.stepNanos();
    }

    /** The first step that ends at or after this time; the one after the current step for a time after its end. */
    synchronized long numberAt(long nanos) {
        advance();
        long number = current + 1;
        while (number > Math.max(0, current - KEPT + 1) && kept(number - 1) >= nanos) {
            number--;
        }
        return number;
    }

    /** When this step ends. For one that has not begun, the earliest time at which it can end. */
    synchronized long end(long number) {
        advance();
        return number > current
                ? kept(current) + (number - current) * load.stepNanos()
                : kept(Math.max(number, current - KEPT + 1));
    }

    private long kept(long number) {
        return ends[(int) (number % KEPT)];
    }

    private void advance() {
        long now = clock.nanos();
        long end = kept(current);
        if (now < end) {
            return;
        }
        long length = load.stretched(load.stepNanos(), running.getAsInt());
        long unseen = (now - end) / length - KEPT;
        if (unseen > 0) {
            current += unseen;
            end += unseen * length;
        }
        while (end <= now) {
            end += length;
            ends[(int) (++current % KEPT)] = end;
        }
    }
}
