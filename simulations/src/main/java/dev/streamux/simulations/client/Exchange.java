package dev.streamux.simulations.client;

import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.protocol.chat.decode.StreamDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.simulations.client.transport.Lease;
import dev.streamux.simulations.client.transport.ResponseSink;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One response from its headers to its end. Belongs to the event loop of its connection. */
final class Exchange implements ResponseSink, ResponseBody.Sink {
    private static final int COPY_BYTES = 4096;

    private final ClientRequest request;
    private final NanoClock clock;
    private final int maxEventBytes;
    private final ResponseObserver observer;
    private final ResponseRecorder recorder;
    private final StreamDecoder decoder;
    private final Stop stop;
    private final Lease lease;
    private final Owner owner;
    private final byte[] copy = new byte[COPY_BYTES];
    private ResponseHead head = ResponseHead.NONE;
    private final int readsBefore;
    private long lastActivityNanos;
    private boolean anyByte;
    private boolean unreadable;
    private boolean finished;
    private boolean leaving;
    private @Nullable ResponseBody body;
    private @Nullable ContentDecoding decoding;

    /** What one exchange is made of. */
    record Parts(
            ClientRequest request,
            NanoClock clock,
            int maxEventBytes,
            ResponseObserver observer,
            ResponseRecorder recorder,
            Lease lease) {}

    /** Who waits for the exchange. */
    interface Owner {
        /** The terminal or failing event arrived; only the rest of the body is still to come. */
        void onOver();

        /** The reader pressed stop; what is under way is still counted, until the server ends it or we give up. */
        void onLeaving();

        /** The exchange is finished. */
        void onDone(ResponseTrace trace);
    }

    Exchange(Parts parts, long sentNanos, Owner owner) {
        this.request = parts.request();
        this.clock = parts.clock();
        this.maxEventBytes = parts.maxEventBytes();
        this.observer = parts.observer();
        this.recorder = parts.recorder();
        this.lease = parts.lease();
        this.decoder = StreamDecoder.of(request.dialect());
        this.stop = new Stop(request.stop());
        this.lastActivityNanos = sentNanos;
        this.readsBefore = lease.stamps().reads();
        this.owner = owner;
        recorder.trace().sentNanos(sentNanos);
    }

    boolean isFinished() {
        return finished;
    }

    /** When something last arrived, or the request left. */
    long lastActivityNanos() {
        return lastActivityNanos;
    }

    @Override
    public void onHeaders(HttpResponse response) {
        long nanos = lease.stamps().nanos();
        lastActivityNanos = nanos;
        head = ResponseHead.of(response);
        recorder.trace().headersNanos(nanos).status(head.status());
        observer.onHeaders(nanos, head.status(), HeaderMap.of(response.headers()));
        if (head.isEncoded()) {
            recorder.trace().attribute("contentEncoding", head.encoding());
            decoding = ContentDecoding.of(head.encoding()).orElse(null);
            unreadable = decoding == null;
            if (unreadable && !head.isRefusal()) {
                recorder.fail(
                        nanos, "the answer is encoded as " + head.encoding() + ", which the request did not accept");
            }
        }
        head.redirect().ifPresent(problem -> recorder.fail(nanos, problem));
    }

    @Override
    public void onContent(ByteBuf content) {
        long nanos = noteArrival();
        if (leaving) {
            stop.arrived(nanos, content.readableBytes());
        }
        if (unreadable) {
            return;
        }
        boolean wasOver = recorder.isOver();
        try {
            if (decoding == null) {
                take(content);
            } else {
                decoding.decode(content, this::take);
            }
        } catch (RuntimeException e) {
            // An event above the limit, or bytes that do not decompress: the target's doing.
            unreadable = true;
            recorder.fail(nanos, "the body cannot be read: " + e.getMessage());
        }
        if (!wasOver && recorder.isOver()) {
            owner.onOver();
        }
    }

    private long noteArrival() {
        long nanos = lease.stamps().nanos();
        lastActivityNanos = nanos;
        if (!anyByte) {
            anyByte = true;
            recorder.trace().firstByteNanos(nanos);
        }
        return nanos;
    }

    @Override
    public void onMessage(ByteBuf text, int wireBytes) {
        noteArrival();
        if (!finished) {
            event(SseEvent.DEFAULT_TYPE, text.toString(StandardCharsets.UTF_8), wireBytes);
            if (recorder.isOver()) {
                // A WebSocket has no end of body: the terminal frame is all there is.
                onEnd();
            }
        }
    }

    @Override
    public void onReadComplete() {
        if (stop.isPressed() && !leaving && !finished) {
            leave();
        }
    }

    private void take(ByteBuf plain) {
        while (plain.isReadable()) {
            int length = Math.min(plain.readableBytes(), copy.length);
            plain.readBytes(copy, 0, length);
            observer.onBody(lease.stamps().nanos(), copy, length);
            if (body == null) {
                body = head.body(request, copy[0], this, maxEventBytes);
            }
            body.feed(copy, length);
        }
    }

    @Override
    public void event(String type, String data, int wireBytes) {
        long nanos = lease.stamps().nanos();
        observer.onEvent(nanos, type, data, wireBytes);
        add(nanos, wireBytes, decoder.decode(type, data));
    }

    @Override
    public void comment(String text) {
        recorder.comment();
        observer.onComment(lease.stamps().nanos(), text);
    }

    @Override
    public void whole(String json, int wireBytes) {
        long nanos = lease.stamps().nanos();
        observer.onEvent(nanos, SseEvent.DEFAULT_TYPE, json, wireBytes);
        add(nanos, wireBytes, decoder.decodeBody(json));
    }

    private void add(long nanos, int wireBytes, List<Signal> signals) {
        if (!signals.isEmpty() && signals.get(0) instanceof Signal.Marked mark) {
            observer.onMark(nanos, mark);
        }
        if (stop.isPressed()) {
            stop.event();
            return;
        }
        recorder.add(nanos, lease.stamps().reads(), wireBytes, signals);
        if (!recorder.isOver() && stop.isMet(recorder)) {
            // The connection is closed after this read, so that what came with it can be counted.
            stop.press(stop.reason(), clock.nanos());
        }
    }

    @Override
    public void onEnd() {
        long nanos = lease.stamps().nanos();
        closeBody();
        if (finished) {
            return;
        }
        if (stop.isPressed()) {
            finishStopped(leaving ? "ended-by-server" : "was-over", !leaving || lease.survivesAbort());
        } else if (head.isRefusal()) {
            finish(Outcome.REJECTED, head.refusal(body), nanos);
        } else if (decoder.completeAtCleanEnd()) {
            finish(Outcome.COMPLETE, null, nanos);
        } else {
            finish(Outcome.TRUNCATED, head.truncation(request.dialect(), anyByte), nanos);
        }
        if (leaving) {
            lease.abort();
        } else {
            lease.release();
        }
    }

    @Override
    public void onBroken(String reason) {
        if (finished) {
            return;
        }
        long nanos = clock.nanos();
        if (stop.isPressed()) {
            finishStopped("closed-by-server", false);
        } else if (head.isRefusal()) {
            finish(Outcome.REJECTED, head.refusal(body), nanos);
        } else if (!head.isThere() && lease.stamps().reads() == readsBefore) {
            finish(Outcome.UNREACHABLE, "no response: " + reason, nanos);
        } else {
            finish(Outcome.RESET, reason, nanos);
        }
        lease.abort();
    }

    /** The reader presses stop. */
    void stop(String reason) {
        if (!finished && !stop.isPressed()) {
            stop.press(reason, clock.nanos());
            leave();
        }
    }

    private void leave() {
        leaving = true;
        if (lease.leave()) {
            owner.onLeaving();
        } else {
            finishStopped("closed-at-once", lease.survivesAbort());
        }
    }

    /** Ends the response at once, whatever is under way. */
    void cancel(String reason) {
        if (!finished) {
            stop.press(reason, clock.nanos());
            finishStopped("closed-at-once", lease.survivesAbort());
            lease.abort();
        }
    }

    private void finishStopped(String quiet, boolean reusable) {
        if (!finished) {
            stop.note(recorder.trace(), quiet, reusable);
            finish(Outcome.CANCELLED, stop.reason(), stop.pressedNanos());
        }
    }

    /** Ends the response from our side; one that the reader has stopped stays one that the reader has stopped. */
    void end(Outcome outcome, String reason) {
        if (finished) {
            return;
        }
        if (stop.isPressed()) {
            finishStopped("closed-by-us", lease.survivesAbort());
        } else {
            finish(outcome, reason, clock.nanos());
        }
        lease.abort();
    }

    private void finish(Outcome outcome, @Nullable String error, long nanos) {
        finished = true;
        if (decoding != null) {
            decoding.close();
        }
        ResponseTrace trace = recorder.finish(outcome, error, nanos);
        owner.onDone(trace);
    }

    private void closeBody() {
        if (body != null) {
            body.end();
        }
    }
}
