package dev.streamux.mockllm.knob;

/**
 * What other answers do to this one.
 *
 * @param mostRunning it waits until fewer than so many run; {@code Batch.UNLIMITED} for never
 * @param stepNanos every token leaves at the end of a step, and steps are so long; 0 for no steps
 * @param factor each further running answer adds this share to the gap, ≥ 0
 */
public record Load(int mostRunning, long stepNanos, double factor) {
    /** How much longer a gap is when so many run, this one included: grows linearly from 1. */
    public double stretch(int running) {
        return 1 + factor * Math.max(0, running - 1);
    }

    /** The end of the step in which this time lies. Steps are counted from the run's start. */
    public long stepEnd(long nanos) {
        return stepNanos == 0 ? nanos : Math.floorDiv(nanos + stepNanos - 1, stepNanos) * stepNanos;
    }
}
