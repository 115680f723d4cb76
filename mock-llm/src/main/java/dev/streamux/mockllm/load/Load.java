package dev.streamux.mockllm.load;

/**
 * What other answers do to this one.
 *
 * @param mostRunning it waits until fewer than so many run; {@link Batch#UNLIMITED} for never
 * @param stepNanos every token leaves at the end of a step, and steps are so long; 0 for no steps
 * @param factor each further running answer adds this share to the gap, or to the step, ≥ 0
 */
public record Load(int mostRunning, long stepNanos, double factor) {
    /** How much longer a gap or a step is when so many run, this one included: grows linearly from 1. */
    public double stretch(int running) {
        return 1 + factor * Math.max(0, running - 1);
    }

    /** A length when so many run; exact where nothing stretches it. */
    public long stretched(long nanos, int running) {
        return factor == 0 || running <= 1 ? nanos : Math.round(nanos * stretch(running));
    }

    /** Whether steps are all of one length, so that their ends are known in advance. */
    public boolean evenSteps() {
        return stepNanos > 0 && factor == 0;
    }

    /** The end of the even step in which this time lies. Steps are counted from the run's start. */
    public long stepEnd(long nanos) {
        return Math.floorDiv(nanos + stepNanos - 1, stepNanos) * stepNanos;
    }
}
