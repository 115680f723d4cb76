package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import dev.streamux.trace.Outcome;

/**
 * One answer that leaves in one body, when the last event of its stream would have left.
 *
 * <p>Of the faults inside an answer, those strike that mean something for one body: an error event becomes the vendor's
 * error status, a truncation half a body, a stall a later body; resets and half-open connections are the same.
 */
public final class BufferedAnswer extends Paced implements Ongoing {
    private final Answer answer;
    private final StreamHead head;
    private final Wire wire;
    private final LoopContext loop;
    private final Closing closing;
    private final EmissionRecorder recorder = new EmissionRecorder();
    private final Strikes strikes;
    private final long lastNanos;
    private long moved;
    private boolean over;
    private boolean halfOpen;

    /** An answer that has not begun; {@link #start} does. */
    public BufferedAnswer(Answer answer, StreamHead head, Wire wire, LoopContext loop, Closing closing) {
        this.answer = answer;
        this.head = head;
        this.wire = wire;
        this.loop = loop;
        this.closing = closing;
        this.strikes = Strikes.of(answer.faults(), head.events());
        this.lastNanos = answer.arrivalNanos() + closing.longestNanos();
    }

    @Override
    public void start() {
        closing.open(answer);
        loop.pacer().wakeAt(this, nextWake());
    }

    private long nextWake() {
        Strikes.Strike strike = strikes.next();
        long due = answer.arrivalNanos() + head.schedule().last() + moved;
        if (strike.event() < head.events().size()) {
            due = Math.min(due, answer.arrivalNanos() + head.schedule().due(strike.event()) + moved);
        } else if (strike.afterNanos() != NEVER) {
            due = Math.min(due, answer.arrivalNanos() + strike.afterNanos());
        }
        return halfOpen ? lastNanos : Math.min(lastNanos, due);
    }

    private boolean isStruck(long nowNanos) {
        Strikes.Strike strike = strikes.next();
        return strike.afterNanos() <= nowNanos - answer.arrivalNanos()
                || (strike.event() < head.events().size()
                        && answer.arrivalNanos() + head.schedule().due(strike.event()) + moved <= nowNanos);
    }

    @Override
    protected long fire(long nowNanos) {
        if (over) {
            return NEVER;
        }
        if (nowNanos >= lastNanos) {
            close(Outcome.TIMEOUT, 0);
            wire.reset();
            return NEVER;
        }
        if (!halfOpen && isStruck(nowNanos)) {
            Fault.Action action = strikes.next().action();
            strikes.struck();
            return strike(action, nowNanos);
        }
        long wake = nextWake();
        return wake > nowNanos ? wake : deliver(wake);
    }

    private long deliver(long plannedNanos) {
        byte[] body = answer.encoder().body(answer.words());
        long handedOver = loop.clock().nanos();
        recorder.headers(handedOver);
        recorder.body(handedOver);
        int characters = answer.words().text().characters();
        if (characters > 0) {
            recorder.text(plannedNanos, handedOver, characters, body.length);
        }
        recorder.tokens(answer.words().usage().output());
        closing.sent(answer.words().usage().output());
        wire.whole(200, head.headers(), body);
        loop.lateness().record(loop.clock().nanos() - plannedNanos);
        return close(Outcome.COMPLETE, 200);
    }

    private long strike(Fault.Action action, long nowNanos) {
        if (action instanceof Fault.Stall stall) {
            long length = Math.min(stall.nanos(), closing.longestNanos());
            long remaining = answer.arrivalNanos() + head.schedule().last() + moved - nowNanos;
            moved += stall.burst() ? Math.max(0, length - remaining) : length;
            return nextWake();
        }
        return action instanceof Fault.Simple simple ? strikeSimply(simple, nowNanos) : nowNanos;
    }

    private long strikeSimply(Fault.Simple simple, long nowNanos) {
        switch (simple) {
            case ERROR_EVENT -> {
                WireError error = WireError.of(ErrorKind.OVERLOADED, "the mock was told to fail here");
                int status = answer.encoder().status(error);
                wire.whole(status, head.headers(), answer.encoder().errorBody(error));
                return close(Outcome.REJECTED, status);
            }
            case TRUNCATE, CUT_EVENT, MISSING_LAST_CHUNK -> {
                byte[] body = answer.encoder().body(answer.words());
                wire.begin(200, head.headers());
                wire.write(body, 0, body.length / 2);
                if (simple == Fault.Simple.MISSING_LAST_CHUNK) {
                    close(Outcome.RESET, 200);
                    wire.cut();
                    return NEVER;
                }
                wire.end();
                return close(Outcome.TRUNCATED, 200);
            }
            case RESET -> {
                close(Outcome.RESET, 0);
                wire.reset();
                return NEVER;
            }
            case HALF_OPEN, KEEPALIVE_ONLY -> {
                halfOpen = true;
                if (simple == Fault.Simple.HALF_OPEN) {
                    wire.playDead();
                }
                return nextWake();
            }
            default -> {
                return nowNanos;
            }
        }
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
