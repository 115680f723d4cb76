package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.stream.Wire;
import dev.streamux.protocol.chat.answer.JsonText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Errors that belong to no dialect, as JSON in the shape that most vendors share. */
public final class Refusals {
    private Refusals() {}

    /** The body of an error. */
    static String json(String type, String message) {
        return "{\"error\":{\"type\":" + JsonText.quote(type) + ",\"message\":" + JsonText.quote(message)
                + ",\"param\":null,\"code\":null}}";
    }

    /** A whole response after which the connection ends. */
    static FullHttpResponse closing(HttpResponseStatus status, String type, String message) {
        byte[] body = json(type, message).getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response;
    }

    /** Headers of a JSON body. */
    public static HttpHeaders jsonHeaders() {
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        return headers;
    }

    /** Answers with an error. */
    public static void send(Wire wire, int status, String type, String message) {
        wire.whole(status, jsonHeaders(), json(type, message).getBytes(StandardCharsets.UTF_8));
    }

    /** A whole response as bytes, for connections whose protocol is not known yet. */
    public static ByteBuf raw(int status, String reason, String type, String message) {
        byte[] body = json(type, message).getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 " + status + ' ' + reason + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n";
        return Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body);
    }
}
