package dev.streamux.protocol.chat.ask;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import java.net.URI;
import java.util.regex.Pattern;

/** Where a dialect's request goes, given the address that a user has of the endpoint. */
public final class EndpointPath {
    private static final Pattern VERSION_SEGMENT = Pattern.compile(".*/v\\d+[a-z0-9]*$");

    private EndpointPath() {}

    /**
     * The path and query for a request under {@code base}.
     *
     * <p>A base that already ends with the dialect's resource is used as it is; one that ends with a version such as
     * {@code /v1} gets the resource; any other gets the version and the resource. A query of the base is kept.
     * Examples: {@code http://h} → {@code /v1/chat/completions}; {@code https://h/openai/v1} →
     * {@code /openai/v1/chat/completions}.
     */
    public static String pathAndQuery(URI base, Dialect dialect, Delivery delivery, String model) {
        String path = base.getRawPath() == null ? "" : stripSlashes(base.getRawPath());
        String resource = resource(dialect, delivery, model);
        String full;
        if (isResource(path, dialect)) {
            full = path;
        } else if (VERSION_SEGMENT.matcher(path).matches()) {
            full = path + resource;
        } else {
            full = path + (dialect == Dialect.GEMINI ? "/v1beta" : "/v1") + resource;
        }
        String query = base.getRawQuery() == null ? "" : base.getRawQuery();
        if (dialect == Dialect.GEMINI && delivery == Delivery.SSE && !query.contains("alt=")) {
            query = query.isEmpty() ? "alt=sse" : query + "&alt=sse";
        }
        return query.isEmpty() ? full : full + "?" + query;
    }

    private static boolean isResource(String path, Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> path.endsWith("/chat/completions");
            case OPENAI_RESPONSES -> path.endsWith("/responses");
            case ANTHROPIC -> path.endsWith("/messages");
            case GEMINI -> path.endsWith(":streamGenerateContent") || path.endsWith(":generateContent");
        };
    }

    private static String resource(Dialect dialect, Delivery delivery, String model) {
        return switch (dialect) {
            case OPENAI_CHAT -> "/chat/completions";
            case OPENAI_RESPONSES -> "/responses";
            case ANTHROPIC -> "/messages";
            case GEMINI ->
                "/models/" + model + (delivery == Delivery.JSON ? ":generateContent" : ":streamGenerateContent");
        };
    }

    private static String stripSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
