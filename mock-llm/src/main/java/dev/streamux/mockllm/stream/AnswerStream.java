package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.check.Counters;
import dev.streamux.mockllm.check.Pace;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.trace.Outcome;

/**
 * One answer that leaves event by event at absolute times.
 *
 * <p>Terms. <b>Due</b>: the schedule's time of an event, on the run's clock. <b>Parked</b>: the client reads too slowly,
 * nothing is written until it has caught up, so a slow reader costs no memory. <b>Strike</b>: a fault in the place of an event.
 */
public final class AnswerStream extends Paced implements Ongoing {
    private static final int MOST_EVENTS_A_WAKE = 64;

    private final Answer answer;
    private final StreamEncoder events;
    private final int size;
    private final Course course;
    private final StreamHead head;
    private final Wire wire;
    private final LoopContext loop;
    private final Closing closing;
    private final Counters counters;
    private final EmissionRecorder recorder = new EmissionRecorder();
    private final Strikes strikes;
    private final EventWriter writer;
    private Silence silence;
    private final Pace pace;
    private int next;
    private boolean begun;
    private boolean over;
    private boolean trailing;
    /** Behind because the reader was slow: its lateness, not ours. */
    private boolean catchingUp;

    private long parkedSince = NEVER;

    /** An answer that has not begun; {@link #start} does. */
    public AnswerStream(Answer answer, StreamHead head, Wire wire, LoopContext loop, Closing closing) {
        this.answer = answer;
        this.events = head.events();
        this.size = events.size();
        this.course = new Course(answer, head, closing);
        this.head = head;
        this.wire = wire;
        this.loop = loop;
        this.closing = closing;
        this.counters = closing.ledger().counters();
        this.strikes = Strikes.of(answer.faults(), events);
        this.writer = new EventWriter(head, answer.script().granularity(), wire, loop);
        this.pace = new Pace(counters.times(), answer.arrivalNanos());
        this.silence = Silence.of(answer.script().granularity().keepAliveNanos());
    }

    @Override
    public void start() {
        closing.open(answer);
        loop.pacer().wakeAt(this, answer.startNanos() + answer.script().timing().headersNanos());
    }

    @Override
    protected long fire(long nowNanos) {
        if (over) {
            return NEVER;
        }
        if (nowNanos >= course.limitNanos()) {
            close(Outcome.TIMEOUT);
            wire.reset(Fault.Scope.STREAM);
            return NEVER;
        }
        if (!begun) {
            begun = true;
            wire.begin(200, head.headers());
            recorder.headers(loop.clock().nanos());
            wire.flush();
            silence.broken(nowNanos);
        }
        return writer.dripping() ? drip(nowNanos) : advance(nowNanos);
    }

    @Override
    protected boolean glance(long nowNanos) {
        return course.isDue(next, nowNanos)
                && !strikes.remain()
                && wire.writable()
                && writer.tape().glance(next)
                && recorder.glance();
    }

    /** Writes what is due; returns when to go on. */
    private long advance(long nowNanos) {
        int first = next;
        int tokensBefore = recorder.tokens();
        long plannedNanos = NEVER;
        while (course.isDue(next, nowNanos) && !isStruck(nowNanos) && next - first < MOST_EVENTS_A_WAKE) {
            if (!wire.writable()) {
                parkedSince = nowNanos;
                break;
            }
            course.catchUp(next, nowNanos);
            plannedNanos = course.due(next);
            writeNext(plannedNanos);
        }
        flush(plannedNanos, tokensBefore);
        if (next > first) {
            silence.broken(nowNanos);
        }
        if (parkedSince == NEVER && isStruck(nowNanos)) {
            return strike(strikes.take(), nowNanos);
        }
        return next == size ? finish() : nextWake(nowNanos);
    }

    private boolean isStruck(long nowNanos) {
        if (!strikes.remain()) {
            return false;
        }
        Strikes.Strike strike = strikes.next();
        return strike.afterNanos() <= nowNanos - answer.arrivalNanos()
                || (strike.event() <= next && course.isDue(next, nowNanos));
    }

    private void writeNext(long plannedNanos) {
        long handedOver = loop.clock().nanos();
        writer.write(next, handedOver);
        EventTape tape = writer.tape();
        recorder.body(handedOver);
        if (tape.characters() > 0) {
            recorder.text(plannedNanos, handedOver, tape.characters(), tape.eventLength());
        }
        recorder.tokens(tape.tokens());
        if (tape.tokens() > 0) {
            pace.event(events, next, handedOver);
        }
        course.left(next);
        next++;
    }

    private void flush(long plannedNanos, int tokensBefore) {
        if (plannedNanos == NEVER) {
            return;
        }
        wire.flush();
        long flushed = loop.clock().nanos();
        int tokens = recorder.tokens() - tokensBefore;
        if (tokens > 0) {
            if (!catchingUp) {
                loop.lateness().record(flushed - plannedNanos);
            }
            counters.sent(tokens);
        }
        if (wire.drained()) {
            recorder.drained(flushed);
        } else if (recorder.owes()) {
            wire.whenDrained(() -> recorder.drained(loop.clock().nanos()));
        }
    }

    private long nextWake(long nowNanos) {
        if (parkedSince != NEVER) {
            return course.limitNanos();
        }
        if (silence.due(nowNanos)) {
            writer.keepAlive();
            silence.broken(nowNanos);
        }
        long wake = course.wake(next);
        catchingUp &= wake <= nowNanos;
        long strikeNanos = strikes.next().afterNanos();
        if (strikeNanos != NEVER) {
            wake = Math.min(wake, answer.arrivalNanos() + strikeNanos);
        }
        return Math.min(course.limitNanos(), Math.min(wake, silence.nextNanos()));
    }

    private long strike(Strikes.Strike strike, long nowNanos) {
        if (strike.action() instanceof Fault.Stall stall) {
            course.stall(stall, nowNanos);
            return nextWake(nowNanos);
        }
        if (strike.action() instanceof Fault.Ending ending) {
            return end(ending, strike.scope());
        }
        if (strike.action() instanceof Fault.Hush hush) {
            return hush(hush, strike.scope(), nowNanos);
        }
        if (strike.action() instanceof Fault.Drip drip) {
            writer.drip(drip);
        } else if (strike.action() instanceof Fault.Twist twist) {
            twist(twist);
        }
        return nowNanos;
    }

    private long end(Fault.Ending ending, Fault.Scope scope) {
        // Before the wire's end: cutting it makes the client leave.
        over = true;
        switch (ending) {
            case ERROR_EVENT -> {
                writer.writeError(next);
                wire.end();
            }
            case TRUNCATE -> wire.endEarly();
            case CUT_EVENT -> {
                writer.writeHalf(next);
                wire.endEarly();
            }
            case MISSING_LAST_CHUNK -> wire.cut(scope);
            case RESET -> wire.reset(scope);
        }
        return close(ending.outcome());
    }

    private long hush(Fault.Hush hush, Fault.Scope scope, long nowNanos) {
        course.halt();
        if (hush == Fault.Hush.KEEPALIVE_ONLY) {
            silence = silence.only(nowNanos);
        } else {
            wire.playDead(scope);
            silence = Silence.kept();
        }
        return nextWake(nowNanos);
    }

    private void twist(Fault.Twist twist) {
        switch (twist) {
            case DUPLICATE -> writer.write(next, loop.clock().nanos());
            case GARBAGE -> writer.writeGarbage();
            case REORDER -> writer.tape().swapWithNext(next);
            case TRAILING_BYTES -> trailing = true;
            case GO_AWAY -> wire.goAway();
        }
    }

    private long drip(long nowNanos) {
        if (writer.dripOnce()) {
            silence.broken(nowNanos);
            return nowNanos + writer.dripEveryNanos();
        }
        if (next == size) {
            return finish();
        }
        if (isStruck(nowNanos)) {
            return strike(strikes.take(), nowNanos);
        }
        if (!course.isDue(next, nowNanos)) {
            return nextWake(nowNanos);
        }
        writeNext(course.due(next));
        return nowNanos;
    }

    private long finish() {
        if (trailing) {
            writer.writeTrailing();
        }
        wire.end();
        return close(Outcome.COMPLETE);
    }

    @Override
    public void writabilityChanged() {
        if (parkedSince != NEVER && wire.writable()) {
            long now = loop.clock().nanos();
            recorder.unwritable(now - parkedSince);
            parkedSince = NEVER;
            catchingUp = true;
            loop.pacer().wakeAt(this, now);
        }
    }

    @Override
    public void clientLeft() {
        if (!over) {
            long now = loop.clock().nanos();
            recorder.clientLeft(now);
            if (parkedSince != NEVER) {
                recorder.unwritable(now - parkedSince);
            }
            loop.pacer().forget(this);
            close(Outcome.CANCELLED);
        }
    }

    private long close(Outcome outcome) {
        over = true;
        long end = loop.clock().nanos();
        if (recorder.owes() && wire.drained()) {
            recorder.drained(end);
        }
        closing.close(answer, head.delivery(), 200, outcome, recorder, end);
        return NEVER;
    }
}
