package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.decode.ErrorBodies;
import dev.streamux.simulations.client.request.ClientRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the status line and the headers of a response say about its body.
 *
 * @param status the HTTP status; 0 before a response, 101 once a WebSocket is open
 * @param contentType in lower case; {@code ""} if there is none
 * @param encoding the content encoding; {@code identity} if there is none
 * @param location where a redirect points to; {@code ""} if nowhere
 */
record ResponseHead(int status, String contentType, String encoding, String location) {
    /** No response yet. */
    static final ResponseHead NONE = new ResponseHead(0, "", "identity", "");

    private static final int FIRST_REFUSED_STATUS = 400;
    private static final int FIRST_REDIRECT_STATUS = 300;

    static ResponseHead of(HttpResponse response) {
        HttpHeaders headers = response.headers();
        return new ResponseHead(
                response.status().code(),
                headers.get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT),
                headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity"),
                headers.get(HttpHeaderNames.LOCATION, ""));
    }

    /** Whether there was a response at all. */
    boolean isThere() {
        return status != 0;
    }

    /** Whether the server refused the request. */
    boolean isRefusal() {
        return status >= FIRST_REFUSED_STATUS;
    }

    /** Whether the body is encoded. */
    boolean isEncoded() {
        return !encoding.equalsIgnoreCase("identity");
    }

    /** What is wrong with a response that only points elsewhere; empty for any other. */
    Optional<String> redirect() {
        return status < FIRST_REDIRECT_STATUS || isRefusal()
                ? Optional.empty()
                : Optional.of("status " + status + " sends the client to \"" + location
                        + "\"; redirects are not followed, use that address");
    }

    /** How the body is read: the server's content type decides, and what was asked for where it says nothing useful. */
    ResponseBody body(ClientRequest request, byte first, ResponseBody.Sink sink, int maxEventBytes) {
        if (isRefusal()) {
            return new ResponseBody.Refusal();
        }
        if (isEventStream() || (!isJson() && request.delivery() != Delivery.JSON)) {
            return new ResponseBody.Events(sink, maxEventBytes);
        }
        return request.dialect() == Dialect.GEMINI && first == '['
                ? new ResponseBody.Elements(sink, maxEventBytes)
                : new ResponseBody.Whole(sink, maxEventBytes);
    }

    private boolean isEventStream() {
        return contentType.startsWith("text/event-stream");
    }

    private boolean isJson() {
        return contentType.startsWith("application/json");
    }

    /** What is wrong with a body that ended in order, but too early. */
    String truncation(Dialect dialect, boolean anyByte) {
        String odd = isEventStream() || isJson() ? "" : "; its content type is \"" + contentType + "\"";
        return anyByte
                ? "the body ended without the terminal event of " + dialect.word() + odd
                : "the body was empty" + odd;
    }

    /** Why the server refused, as far as its body tells. */
    String refusal(@Nullable ResponseBody body) {
        String text = body instanceof ResponseBody.Refusal refused ? refused.text() : "";
        return "status " + status
                + ErrorBodies.message(text).map(message -> ": " + message).orElse("");
    }
}
