package dev.streamux.simulations.selftest.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * When the scripted server did its steps.
 *
 * @param arrivalNanos when the request was read, on the clock of the test
 * @param stepNanos when each step was begun, in order; shorter than the script while it is played
 */
public record WireLog(long arrivalNanos, List<Long> stepNanos) {
    /** Nothing was done yet. */
    public static final WireLog EMPTY = new WireLog(0, List.of());

    public WireLog {
        stepNanos = List.copyOf(stepNanos);
    }

    /** Collects stamps. */
    static final class Builder {
        private final long arrivalNanos;
        private final List<Long> stepNanos = new ArrayList<>();

        Builder(long arrivalNanos) {
            this.arrivalNanos = arrivalNanos;
        }

        long arrivalNanos() {
            return arrivalNanos;
        }

        void add(long nanos) {
            stepNanos.add(nanos);
        }

        WireLog build() {
            return new WireLog(arrivalNanos, stepNanos);
        }
    }
}
