package dev.streamux.mockllm.control;

import dev.streamux.mockllm.knob.Profile;
import dev.streamux.protocol.chat.answer.JsonText;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models on offer in the shape of the vendor whose client asks: {@code mock} and one for each profile. A single model is
 * shown whatever its name, because requests with any name are answered.
 */
final class ModelList {
    private static final String VERSIONED = "/v1/models";
    private static final String GEMINI = "/v1beta/models";
    private static final List<String> IDS = Stream.concat(
                    Stream.of("mock"), Arrays.stream(Profile.values()).map(profile -> "mock-" + profile.word()))
            .toList();

    private ModelList() {}

    /** Whether the path is that of the list or of one of its models. */
    static boolean has(String path) {
        return path.equals(VERSIONED) || path.equals(GEMINI) || !model(path).isEmpty();
    }

    /** The id in the path; empty if it has none, or goes on after it. */
    private static String model(String path) {
        String prefix = path.startsWith(GEMINI + "/") ? GEMINI : VERSIONED;
        String id = path.startsWith(prefix + "/") ? path.substring(prefix.length() + 1) : "";
        return id.contains(":") || id.contains("/") ? "" : id;
    }

    /** The list, or one model, as JSON. Where the vendors share a path, their own headers tell them apart. */
    static String json(String path, HttpHeaders headers) {
        Shape shape = Shape.OPENAI;
        if (path.startsWith(GEMINI) || headers.contains("x-goog-api-key")) {
            shape = Shape.GEMINI;
        } else if (headers.contains("anthropic-version")) {
            shape = Shape.ANTHROPIC;
        }
        String model = model(path);
        return model.isEmpty() ? shape.list() : shape.one(model);
    }

    /** How a vendor writes it. */
    private enum Shape {
        OPENAI("{\"object\":\"list\",\"data\":[", "]}") {
            @Override
            String one(String id) {
                return "{\"id\":" + JsonText.quote(id)
                        + ",\"object\":\"model\",\"created\":0,\"owned_by\":\"streamux\"}";
            }
        },
        ANTHROPIC(
                "{\"data\":[",
                "],\"has_more\":false,\"first_id\":\"" + IDS.get(0) + "\",\"last_id\":\"" + IDS.get(IDS.size() - 1)
                        + "\"}") {
            /** The epoch is what the vendor sends where a date is unknown. */
            @Override
            String one(String id) {
                return "{\"type\":\"model\",\"id\":" + JsonText.quote(id) + ",\"display_name\":" + JsonText.quote(id)
                        + ",\"created_at\":\"1970-01-01T00:00:00Z\",\"lifecycle\":\"active\",\"deprecated_at\":null,"
                        + "\"retires_at\":null,\"line\":null,\"capabilities\":null,\"max_input_tokens\":1048576,"
                        + "\"max_tokens\":100000}";
            }
        },
        GEMINI("{\"models\":[", "]}") {
            @Override
            String one(String id) {
                return "{\"name\":" + JsonText.quote("models/" + id) + ",\"version\":\"001\",\"displayName\":"
                        + JsonText.quote(id) + ",\"inputTokenLimit\":1048576,\"outputTokenLimit\":100000,"
                        + "\"supportedGenerationMethods\":[\"generateContent\",\"streamGenerateContent\"]}";
            }
        };

        private final String before;
        private final String after;

        Shape(String before, String after) {
            this.before = before;
            this.after = after;
        }

        abstract String one(String id);

        String list() {
            return IDS.stream().map(this::one).collect(Collectors.joining(",", before, after));
        }
    }
}
