package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.request.StreamWishes;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** The headers of an answer: the body's, ours, and those that the vendor sends. */
final class ResponseHeaders {
    /** Limits that nobody reaches; what matters to clients is that the headers are there. */
    private static final int LIMIT = 10_000;

    private static final int TOKEN_LIMIT = 2_000_000;

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
        addVendors(headers, answer);
        return headers;
    }

    private static void addVendors(HttpHeaders headers, Answer answer) {
        Dialect dialect = answer.request().dialect();
        if (dialect == Dialect.ANTHROPIC) {
            headers.set("request-id", answer.words().identity().vendorId("req_", 24));
            addLimits(headers, "anthropic-ratelimit-requests-", LIMIT);
            addLimits(headers, "anthropic-ratelimit-tokens-", TOKEN_LIMIT);
        } else if (dialect != Dialect.GEMINI) {
            headers.set("x-request-id", answer.words().identity().vendorId("req_", 32));
            headers.set("openai-version", "2020-10-01");
            headers.set("openai-processing-ms", "1");
            for (String kind : new String[] {"requests", "tokens"}) {
                int limit = kind.equals("tokens") ? TOKEN_LIMIT : LIMIT;
                headers.setInt("x-ratelimit-limit-" + kind, limit);
                headers.setInt("x-ratelimit-remaining-" + kind, limit - 1);
                headers.set("x-ratelimit-reset-" + kind, "6ms");
            }
        }
    }

    private static void addLimits(HttpHeaders headers, String prefix, int limit) {
        headers.setInt(prefix + "limit", limit);
        headers.setInt(prefix + "remaining", limit - 1);
        headers.set(prefix + "reset", java.time.Instant.now().plusSeconds(1).toString());
    }
}
