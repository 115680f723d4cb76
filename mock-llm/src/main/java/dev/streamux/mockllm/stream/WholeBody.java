package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts an answer in one body on the wire: whole, spoiled, or half of it. Nothing here decides when. */
final class WholeBody {
    private static final byte[] NO_JSON = ascii("{\"garbage\":tru");
    private static final byte[] TRAILING = ascii("{\"after\":\"the end\"}");

    /** JSON may begin with blank lines, and vendors send them while an answer in one body is not ready. */
    private static final byte[] KEEP_ALIVE = ascii("\n");

    private final Answer answer;
    private final HttpHeaders headers;
    private final Wire wire;
    private boolean garbage;
    private boolean trailing;
    private boolean begun;

    WholeBody(Answer answer, StreamHead head, Wire wire) {
        this.answer = answer;
        this.headers = head.headers();
        this.wire = wire;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Something is wrong with the body, or after it. Events in one body have no order that could be. */
    void twist(Fault.Twist twist) {
        garbage |= twist == Fault.Twist.GARBAGE;
        trailing |= twist == Fault.Twist.TRAILING_BYTES;
        if (twist == Fault.Twist.GO_AWAY) {
            wire.goAway();
        }
    }

    /** The bytes of it. */
    byte[] bytes() {
        byte[] body = garbage ? NO_JSON : answer.encoder().body(answer.words());
        if (!trailing) {
            return body;
        }
        byte[] longer = Arrays.copyOf(body, body.length + TRAILING.length);
        System.arraycopy(TRAILING, 0, longer, body.length, TRAILING.length);
        return longer;
    }

    /** Sends it at once. */
    void send(byte[] body) {
        wire.whole(200, headers, body);
    }

    /** Sends its head; the rest comes from the feed. */
    DripFeed drip(byte[] body, Fault.Drip how) {
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        wire.begin(200, headers);
        DripFeed feed = new DripFeed(how, wire);
        feed.add(body);
        return feed;
    }

    /** Sends half of it, and says in its head how long the whole is, or nothing. */
    void sendHalf(boolean promiseAll) {
        byte[] body = bytes();
        if (promiseAll) {
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        wire.begin(200, headers);
        wire.write(body, 0, body.length / 2);
    }

    /** Sends the vendor's error in its place; returns its status. */
    int sendError() {
        WireError error = WireError.of(ErrorKind.OVERLOADED, EventWriter.TOLD);
        int status = answer.encoder().status(error);
        wire.whole(status, headers, answer.encoder().errorBody(error));
        return status;
    }

    /** Sends what does not belong to it and keeps a connection alive. Nothing but this can be sent from now on. */
    void keepAlive() {
        if (!begun) {
            begun = true;
            wire.begin(200, headers);
        }
        wire.write(KEEP_ALIVE, 0, KEEP_ALIVE.length);
        wire.flush();
    }
}
