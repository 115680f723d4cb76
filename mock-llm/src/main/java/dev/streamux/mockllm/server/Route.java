package dev.streamux.mockllm.server;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.request.RequestTarget;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Optional;

/**
 * What a path asks for.
 *
 * @param dialect whose endpoint it is
 * @param target what the path says about the request
 */
record Route(Dialect dialect, RequestTarget target) {
    private static final String GEMINI_PREFIX = "/v1beta/models/";
    private static final String STREAM = ":streamGenerateContent";
    private static final String WHOLE = ":generateContent";

    /** The endpoint at this path, if there is one. */
    static Optional<Route> of(QueryStringDecoder uri) {
        String path = uri.path();
        return switch (path) {
            case "/v1/chat/completions" -> Optional.of(new Route(Dialect.OPENAI_CHAT, RequestTarget.PLAIN));
            case "/v1/responses" -> Optional.of(new Route(Dialect.OPENAI_RESPONSES, RequestTarget.PLAIN));
            case "/v1/messages" -> Optional.of(new Route(Dialect.ANTHROPIC, RequestTarget.PLAIN));
            default -> path.startsWith(GEMINI_PREFIX) ? gemini(uri, path) : Optional.empty();
        };
    }

    private static Optional<Route> gemini(QueryStringDecoder uri, String path) {
        boolean stream = path.endsWith(STREAM);
        if (!stream && !path.endsWith(WHOLE)) {
            return Optional.empty();
        }
        String model = path.substring(GEMINI_PREFIX.length(), path.length() - (stream ? STREAM : WHOLE).length());
        boolean events = uri.parameters().getOrDefault("alt", List.of()).contains("sse");
        return model.isEmpty()
                ? Optional.empty()
                : Optional.of(new Route(Dialect.GEMINI, new RequestTarget(Optional.of(model), stream, events)));
    }
}
