package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.protocol.chat.request.WireError;
import dev.streamux.trace.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** An answer that fails before it begins: an HTTP error, or a connection that ends without a word. */
public final class FailedAnswer extends Paced implements Ongoing {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<String> REMAINING =
            List.of("x-ratelimit-remaining-requests", "anthropic-ratelimit-requests-remaining");

    private final Answer answer;
    private final Fault fault;
    private final StreamHead head;
    private final Wire wire;
    private final LoopContext loop;
    private final Closing closing;
    private final EmissionRecorder recorder = new EmissionRecorder();
    private boolean over;

    /** A failure that has not begun; {@link #start} does. */
    public FailedAnswer(Answer answer, Fault fault, StreamHead head, Wire wire, LoopContext loop, Closing closing) {
        this.answer = answer;
        this.fault = fault;
        this.head = head;
        this.wire = wire;
        this.loop = loop;
        this.closing = closing;
    }

    @Override
    public void start() {
        closing.open(answer);
        loop.pacer()
                .wakeAt(this, answer.arrivalNanos() + answer.script().timing().headersNanos());
    }

    @Override
    protected long fire(long nowNanos) {
        if (over) {
            return NEVER;
        }
        if (fault.action() instanceof Fault.Status status) {
            sendStatus(status);
            close(Outcome.REJECTED, status.code());
        } else if (fault.action() == Fault.Refusal.HANG_UP) {
            close(Outcome.UNREACHABLE, 0);
            wire.cut(fault.scope());
        } else {
            close(Outcome.UNREACHABLE, 0);
            wire.reset(fault.scope());
        }
        return NEVER;
    }

    private void sendStatus(Fault.Status status) {
        HttpHeaders headers = head.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        headers.remove(HttpHeaderNames.CACHE_CONTROL);
        status.retryAfter().ifPresent(seconds -> headers.set(HttpHeaderNames.RETRY_AFTER, seconds));
        if (status.code() == TOO_MANY_REQUESTS) {
            spendAllowance(headers);
        }
        WireError error = WireError.ofStatus(status.code(), "the mock was told to answer with " + status.code());
        recorder.headers(loop.clock().nanos());
        wire.whole(status.code(), headers, answer.encoder().errorBody(error));
    }

    /** Who is over a limit has nothing left of it. */
    private static void spendAllowance(HttpHeaders headers) {
        for (String name : REMAINING) {
            if (headers.contains(name)) {
                headers.set(name, "0");
            }
        }
    }

    private void close(Outcome outcome, int status) {
        over = true;
        closing.close(
                answer, head.delivery(), status, outcome, recorder, loop.clock().nanos());
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
}
