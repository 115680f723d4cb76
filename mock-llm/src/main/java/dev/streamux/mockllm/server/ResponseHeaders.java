package dev.streamux.mockllm.server;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.protocol.chat.request.StreamWishes;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** The headers of an answer: the body's, ours, and those that the vendor sends. */
final class ResponseHeaders {
    private ResponseHeaders() {}

    static HttpHeaders of(Answer answer, StreamWishes wishes) {
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        if (wishes.stream() && !wishes.jsonArray()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
            headers.set(HttpHeaderNames.CACHE_CONTROL, "no-cache");
        } else {
            headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        }
        if (answer.script().accelBufferingNo()) {
            headers.set("X-Accel-Buffering", "no");
        }
        headers.set("X-Streamux-Id", answer.id());
        return headers;
    }
}
