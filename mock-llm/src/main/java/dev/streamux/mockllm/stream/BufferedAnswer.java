package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.trace.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One answer that leaves in one body, when the last event of its stream would have left.
 *
 * <p>Faults strike when the event in whose place they stand would have left: an error event becomes the vendor's error
 * status, a truncation half a body, a stall a later body, keep-alives blank lines.
 */
public final class BufferedAnswer extends Paced implements Ongoing {
    private final Answer answer;
    private final StreamHead head;
    private final Wire wire;
    private final LoopContext loop;
    private final Closing closing;
    private final EmissionRecorder recorder = new EmissionRecorder();
    private final Strikes strikes;
    private final Course course;
    private final WholeBody body;
    private Silence silence;
    private final int last;
    private int next;
    private boolean over;
    private Fault.@Nullable Drip drip;
    private @Nullable DripFeed feed;

    /** An answer that has not begun; {@link #start} does. */
    public BufferedAnswer(Answer answer, StreamHead head, Wire wire, LoopContext loop, Closing closing) {
        this.answer = answer;
        this.head = head;
        this.wire = wire;
        this.loop = loop;
        this.closing = closing;
        this.strikes = Strikes.of(answer.faults(), head.events());
        this.course = new Course(answer, head, closing);
        this.body = new WholeBody(answer, head, wire);
        this.silence = Silence.of(answer.script().granularity().keepAliveNanos());
        this.last = head.events().size() - 1;
    }

    @Override
    public void start() {
        closing.open(answer);
        loop.pacer().wakeAt(this, nextWake());
    }

    /** When to look again: at the event to wait for, at a fault that strikes by time, or at the end of all patience. */
    private long nextWake() {
        long wake = Math.min(Math.min(course.limitNanos(), silence.nextNanos()), course.wake(awaited()));
        long strikeNanos = strikes.next().afterNanos();
        return strikeNanos == NEVER ? wake : Math.min(wake, answer.arrivalNanos() + strikeNanos);
    }

    /** The last event, or that at which a fault strikes; the next one while the times of those after it are not known. */
    private int awaited() {
        int goal = Math.min(last, strikes.next().event());
        return course.settled() ? goal : Math.min(next, goal);
    }

    private boolean isStruck(long nowNanos) {
        Strikes.Strike strike = strikes.next();
        return strike.afterNanos() <= nowNanos - answer.arrivalNanos()
                || (strike.event() <= next && course.isDue(next, nowNanos));
    }

    @Override
    protected long fire(long nowNanos) {
        if (over) {
            return NEVER;
        }
        if (nowNanos >= course.limitNanos()) {
            over = true;
            wire.reset(Fault.Scope.STREAM);
            return close(Outcome.TIMEOUT, 0);
        }
        DripFeed feeding = feed;
        if (feeding != null) {
            return feeding.next() ? nowNanos + feeding.everyNanos() : finish();
        }
        if (silence.due(nowNanos)) {
            body.keepAlive();
            silence.broken(nowNanos);
        }
        while (next < last && course.isDue(next, nowNanos) && !isStruck(nowNanos)) {
            course.left(next);
            next++;
        }
        if (isStruck(nowNanos)) {
            return strike(strikes.take(), nowNanos);
        }
        return next == last && course.isDue(last, nowNanos) ? deliver(course.wake(last), nowNanos) : nextWake();
    }

    private long deliver(long plannedNanos, long nowNanos) {
        byte[] bytes = body.bytes();
        long handedOver = loop.clock().nanos();
        recorder.headers(handedOver);
        recorder.body(handedOver);
        int characters = answer.words().text().characters();
        if (characters > 0) {
            recorder.text(plannedNanos, handedOver, characters, bytes.length);
        }
        recorder.tokens(answer.words().usage().output());
        closing.sent(answer.words().usage().output());
        if (drip != null) {
            feed = body.drip(bytes, drip);
            return nowNanos;
        }
        body.send(bytes);
        loop.lateness().record(loop.clock().nanos() - plannedNanos);
        return close(Outcome.COMPLETE, 200);
    }

    private long finish() {
        wire.end();
        return close(Outcome.COMPLETE, 200);
    }

    private long strike(Strikes.Strike strike, long nowNanos) {
        if (strike.action() instanceof Fault.Ending ending) {
            return end(ending, strike.scope());
        }
        if (strike.action() instanceof Fault.Stall stall) {
            course.stall(stall, nowNanos);
        } else if (strike.action() instanceof Fault.Drip slow) {
            drip = slow;
        } else if (strike.action() instanceof Fault.Twist twist) {
            body.twist(twist);
        } else if (strike.action() instanceof Fault.Hush hush) {
            course.halt();
            if (hush == Fault.Hush.HALF_OPEN) {
                wire.playDead(strike.scope());
            } else {
                silence = silence.only(nowNanos);
            }
        }
        return nextWake();
    }

    private long end(Fault.Ending ending, Fault.Scope scope) {
        // Before the wire's end: cutting it makes the client leave.
        over = true;
        switch (ending) {
            case ERROR_EVENT -> {
                return close(Outcome.REJECTED, body.sendError());
            }
            case TRUNCATE, CUT_EVENT -> {
                body.sendHalf(false);
                wire.end();
            }
            case MISSING_LAST_CHUNK -> {
                body.sendHalf(true);
                wire.cut(scope);
            }
            case RESET -> {
                wire.reset(scope);
                return close(Outcome.RESET, 0);
            }
        }
        return close(ending.outcome(), 200);
    }

    @Override
    public void writabilityChanged() {
        // One body is one write; there is nothing to hold back.
    }

    @Override
    public void clientLeft() {
        if (!over) {
            recorder.clientLeft(loop.clock().nanos());
            loop.pacer().forget(this);
            close(Outcome.CANCELLED, 0);
        }
    }

    private long close(Outcome outcome, int status) {
        over = true;
        long end = loop.clock().nanos();
        if (recorder.owes() && wire.drained()) {
            recorder.drained(end);
        }
        closing.close(answer, head.delivery(), status, outcome, recorder, end);
        return NEVER;
    }
}
