package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.protocol.chat.decode.StreamDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.trace.NanoClock;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from the bytes of a body to what the recorder adds up. Belongs to the event loop of its connection. */
final class AnswerReader implements ResponseBody.Sink {
    private static final int COPY_BYTES = 4096;

    private final ClientRequest request;
    private final NanoClock clock;
    private final int maxEventBytes;
    private final ResponseObserver observer;
    private final ResponseRecorder recorder;
    private final ReadStamps stamps;
    private final StreamDecoder decoder;
    private final Stop stop;
    private final byte[] copy = new byte[COPY_BYTES];
    private ResponseHead head = ResponseHead.NONE;
    private boolean unreadable;
    private @Nullable ResponseBody body;
    private @Nullable ContentDecoding decoding;

    AnswerReader(Exchange.Parts parts, Stop stop) {
        this.request = parts.request();
        this.clock = parts.clock();
        this.maxEventBytes = parts.maxEventBytes();
        this.observer = parts.observer();
        this.recorder = parts.recorder();
        this.stamps = parts.lease().stamps();
        this.decoder = StreamDecoder.of(request.dialect());
        this.stop = stop;
    }

    /** What the status line and the headers said. */
    ResponseHead head() {
        return head;
    }

    /** Takes the status line and the headers. */
    void headers(HttpResponse response) {
        long nanos = stamps.nanos();
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

    /** Takes a piece of the body. */
    void read(ByteBuf content) {
        if (unreadable) {
            return;
        }
        try {
            if (decoding == null) {
                take(content);
            } else {
                decoding.decode(content, this::take);
            }
        } catch (RuntimeException e) {
            // An event above the limit, or bytes that do not decompress: the target's doing.
            unreadable = true;
            recorder.fail(stamps.nanos(), "the body cannot be read: " + e.getMessage());
        }
    }

    private void take(ByteBuf plain) {
        while (plain.isReadable()) {
            int length = Math.min(plain.readableBytes(), copy.length);
            plain.readBytes(copy, 0, length);
            observer.onBody(stamps.nanos(), copy, length);
            if (body == null) {
                body = head.body(request, copy[0], this, maxEventBytes);
            }
            body.feed(copy, length);
        }
    }

    @Override
    public void event(String type, String data, int wireBytes) {
        long nanos = stamps.nanos();
        observer.onEvent(nanos, type, data, wireBytes);
        add(nanos, wireBytes, decoder.decode(type, data));
    }

    @Override
    public void comment(String text) {
        recorder.comment();
        observer.onComment(stamps.nanos(), text);
    }

    @Override
    public void whole(String json, int wireBytes) {
        long nanos = stamps.nanos();
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
        recorder.add(nanos, stamps.reads(), wireBytes, signals);
        if (!recorder.isOver() && stop.isMet(recorder)) {
            // The connection is closed after this read, so that what came with it can be counted.
            stop.press(stop.reason(), clock.nanos());
        }
    }

    /** The body is whole. */
    void end() {
        if (body != null) {
            body.end();
        }
    }

    /** Whether a body that ended in order is a whole answer. */
    boolean isComplete() {
        return decoder.completeAtCleanEnd();
    }

    /** Why the server refused, as far as its body tells. */
    String refusal() {
        return head.refusal(body);
    }

    /** Nothing is read any more. */
    void close() {
        if (decoding != null) {
            decoding.close();
        }
    }
}
