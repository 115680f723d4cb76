package dev.streamux.mockllm.server;

import dev.streamux.mockllm.stream.Wire;
import dev.streamux.protocol.chat.answer.JsonText;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** Errors that belong to no dialect, as JSON in the shape that most vendors share. */
final class Refusals {
    private Refusals() {}

    /** The body of an error. */
    static String json(String type, String message) {
        return "{\"error\":{\"type\":" + JsonText.quote(type) + ",\"message\":" + JsonText.quote(message)
                + ",\"param\":null,\"code\":null}}";
    }

    /** Headers of a JSON body. */
    static HttpHeaders jsonHeaders() {
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        return headers;
    }

    /** Answers with an error. */
    static void send(Wire wire, int status, String type, String message) {
        wire.whole(status, jsonHeaders(), json(type, message).getBytes(StandardCharsets.UTF_8));
    }
}
