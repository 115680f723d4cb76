package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.load.Tempo;
import dev.streamux.mockllm.pacing.CatchUp;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.mockllm.pacing.Schedule;

/**
 * The due times of one answer on the run's clock, and what has become of them on the way.
 *
 * <p>Terms. <b>Moved</b>: what stalls and catch-up have added to the due times so far. <b>Resume</b>: no event leaves before.
 */
final class Course {
    private final Schedule schedule;
    private final Tempo tempo;
    private final long arrivalNanos;
    private final CatchUp catchUp;
    private final long longestNanos;
    private final long toleratedNanos;
    private long moved;
    private long resumeNanos;

    Course(Answer answer, StreamHead head, Closing closing) {
        this.schedule = head.schedule();
        this.tempo = head.tempo();
        this.arrivalNanos = answer.arrivalNanos();
        this.catchUp = answer.script().timing().catchUp();
        this.longestNanos = closing.longestNanos();
        this.toleratedNanos = closing.toleratedNanos();
    }

    /** When the answer is cut off, whatever it still has to say. */
    long limitNanos() {
        return arrivalNanos + longestNanos;
    }

    /** When this event is due as things stand; see {@link Tempo#due}. */
    long due(int index) {
        return tempo.due(index) + moved;
    }

    /** Whether every due time is known; see {@link Tempo#settled}. */
    boolean settled() {
        return tempo.settled();
    }

    /** The event has left. */
    void left(int index) {
        tempo.left(index);
    }

    /** Whether there is such an event and it may leave. */
    boolean isDue(int index, long nowNanos) {
        return index < schedule.size() && resumeNanos <= nowNanos && due(index) <= nowNanos;
    }

    /** When this event can leave at the earliest. */
    long wake(int index) {
        return Math.max(resumeNanos, due(index));
    }

    /**
     * Shift and skip move the due times once an event is late by more than a timer's inaccuracy.
     *
     * <p>Where the times to come are not known yet there is nothing to skip to, and skip does as shift does.
     */
    void catchUp(int next, long nowNanos) {
        long late = nowNanos - due(next);
        if (catchUp == CatchUp.BURST || late <= toleratedNanos) {
            return;
        }
        if (catchUp == CatchUp.SHIFT || !tempo.settled()) {
            moved += late;
            return;
        }
        int slot = schedule.firstAfter(nowNanos - arrivalNanos - moved, next);
        if (next + 1 < schedule.size() && slot < schedule.size()) {
            moved += schedule.due(slot) - schedule.due(next + 1);
        } else {
            moved += late;
        }
    }

    /** Silence from now on, then the moved schedule, or all that is overdue at once. */
    void stall(Fault.Stall stall, long nowNanos) {
        resumeNanos = Math.min(limitNanos(), nowNanos + Math.min(stall.nanos(), longestNanos));
        moved += stall.burst() ? 0 : resumeNanos - nowNanos;
    }

    /** No event leaves any more. */
    void halt() {
        resumeNanos = Paced.NEVER;
    }
}
