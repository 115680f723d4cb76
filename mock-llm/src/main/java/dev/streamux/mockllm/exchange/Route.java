package dev.streamux.mockllm.exchange;

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
    /** The second is what newer versions of the vendor's client ask for unless told otherwise. */
    private static final List<String> GEMINI_PREFIXES = List.of("/v1beta/models/", "/v1/models/");

    private static final String STREAM = ":streamGenerateContent";
    private static final String WHOLE = ":generateContent";

    /** The endpoint at this path, if there is one. */
    static Optional<Route> of(QueryStringDecoder uri) {
        String path = uri.path();
        return switch (path) {
            case "/v1/chat/completions" -> Optional.of(new Route(Dialect.OPENAI_CHAT, RequestTarget.PLAIN));
            case "/v1/responses" -> Optional.of(new Route(Dialect.OPENAI_RESPONSES, RequestTarget.PLAIN));
            case "/v1/messages" -> Optional.of(new Route(Dialect.ANTHROPIC, RequestTarget.PLAIN));
            default ->
                GEMINI_PREFIXES.stream()
                        .filter(path::startsWith)
                        .findFirst()
                        .flatMap(prefix -> gemini(uri, path.substring(prefix.length())));
        };
    }

    private static Optional<Route> gemini(QueryStringDecoder uri, String modelAndVerb) {
        boolean stream = modelAndVerb.endsWith(STREAM);
        if (!stream && !modelAndVerb.endsWith(WHOLE)) {
            return Optional.empty();
        }
        String model = modelAndVerb.substring(0, modelAndVerb.length() - (stream ? STREAM : WHOLE).length());
        boolean events = uri.parameters().getOrDefault("alt", List.of()).contains("sse");
        return model.isEmpty()
                ? Optional.empty()
                : Optional.of(new Route(Dialect.GEMINI, new RequestTarget(Optional.of(model), stream, events)));
    }
}
