package dev.streamux.simulations.client.request;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.transport.socket.Origin;
import dev.streamux.trace.InvalidInputException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.function.UnaryOperator;

/** The HTTP message of a request. */
public final class RequestMessage {
    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private static final String ID = "x-streamux-id";

    private RequestMessage() {}

    /**
     * The message with the client's headers, the key, and last the request's own headers, which may replace them.
     *
     * @throws InvalidInputException if the variable that shall hold the key is not set
     */
    public static FullHttpRequest of(ClientRequest request, UnaryOperator<String> environment) {
        byte[] body = request.body();
        FullHttpRequest message = new DefaultFullHttpRequest(
                io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                request.pathAndQuery(),
                Unpooled.wrappedBuffer(body));
        HttpHeaders headers = message.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        headers.set(
                HttpHeaderNames.ACCEPT,
                request.delivery() == Delivery.JSON ? "application/json" : "text/event-stream, application/json");
        addCommon(headers, request, environment);
        return message;
    }

    /**
     * The headers of this message that belong into a WebSocket handshake. The id is not among them if the first frame has
     * it: then the connection can carry another request after this one.
     */
    public static HttpHeaders handshakeHeaders(FullHttpRequest message, boolean idInFrame) {
        HttpHeaders headers = new DefaultHttpHeaders().add(message.headers());
        headers.remove(HttpHeaderNames.CONTENT_TYPE)
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .remove(HttpHeaderNames.ACCEPT)
                .remove(HttpHeaderNames.ACCEPT_ENCODING)
                .remove(HttpHeaderNames.HOST);
        if (idInFrame) {
            headers.remove(ID);
        }
        return headers;
    }

    private static void addCommon(HttpHeaders headers, ClientRequest request, UnaryOperator<String> environment) {
        headers.set(
                HttpHeaderNames.HOST,
                Origin.of(request.target(), false, request.connectProxy()).authority());
        headers.set(HttpHeaderNames.USER_AGENT, "streamux");
        headers.set(ID, request.id());
        if (request.acceptGzip()) {
            headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip, deflate");
        }
        if (request.dialect() == Dialect.ANTHROPIC) {
            headers.set("anthropic-version", ANTHROPIC_VERSION);
        }
        request.apiKeyVariable().ifPresent(variable -> addKey(headers, request.dialect(), key(variable, environment)));
        request.headers().forEach(headers::set);
    }

    private static void addKey(HttpHeaders headers, Dialect dialect, String key) {
        switch (dialect) {
            case OPENAI_CHAT, OPENAI_RESPONSES -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + key);
            case ANTHROPIC -> headers.set("x-api-key", key);
            case GEMINI -> headers.set("x-goog-api-key", key);
        }
    }

    private static String key(String variable, UnaryOperator<String> environment) {
        String key = environment.apply(variable);
        if (key.isBlank()) {
            throw new InvalidInputException("the environment variable " + variable
                    + " is not set; it must hold the API key of the target; export it and run again");
        }
        return key.strip();
    }
}
