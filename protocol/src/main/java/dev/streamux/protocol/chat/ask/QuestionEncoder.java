package dev.streamux.protocol.chat.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import java.nio.charset.StandardCharsets;

/** Writes a {@link Question} as the JSON body of a dialect. */
public final class QuestionEncoder {
    /** Anthropic's dialect demands a limit; this one is used when the caller gives none. */
    public static final int ANTHROPIC_DEFAULT_MAX_TOKENS = 4096;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private QuestionEncoder() {}

    /**
     * The body in UTF-8: an HTTP body, or for {@link Delivery#WEBSOCKET} the text of the {@code response.create} frame.
     */
    public static byte[] body(Dialect dialect, Delivery delivery, Question request) {
        ObjectNode body = switch (dialect) {
            case OPENAI_CHAT -> openAiChat(delivery, request);
            case OPENAI_RESPONSES -> responses(delivery, request);
            case ANTHROPIC -> anthropic(delivery, request);
            case GEMINI -> gemini(request);
        };
        try {
            return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
        }
    }

    private static ObjectNode openAiChat(Delivery delivery, Question request) {
        ObjectNode body = MAPPER.createObjectNode().put("model", request.model());
        ArrayNode messages = body.putArray("messages");
        for (Turn message : request.messages()) {
            messages.addObject().put("role", message.role()).put("content", message.content());
        }
        boolean stream = delivery != Delivery.JSON;
        body.put("stream", stream);
        if (stream && request.includeUsage()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        request.maxTokens().ifPresent(limit -> body.put("max_tokens", limit));
        addMetadata(body, request);
        return body;
    }

    private static ObjectNode responses(Delivery delivery, Question request) {
        ObjectNode body = MAPPER.createObjectNode();
        if (delivery == Delivery.WEBSOCKET) {
            body.put("type", "response.create");
        }
        body.put("model", request.model());
        ArrayNode input = body.putArray("input");
        for (Turn message : request.messages()) {
            input.addObject().put("role", message.role()).put("content", message.content());
        }
        if (delivery != Delivery.WEBSOCKET) {
            body.put("stream", delivery == Delivery.SSE);
        }
        request.maxTokens().ifPresent(limit -> body.put("max_output_tokens", limit));
        addMetadata(body, request);
        return body;
    }

    private static ObjectNode anthropic(Delivery delivery, Question request) {
        ObjectNode body = MAPPER.createObjectNode().put("model", request.model());
        body.put("max_tokens", request.maxTokens().orElse(ANTHROPIC_DEFAULT_MAX_TOKENS));
        String system = systemText(request);
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        ArrayNode messages = body.putArray("messages");
        for (Turn message : request.messages()) {
            if (!message.role().equals("system")) {
                messages.addObject().put("role", message.role()).put("content", message.content());
            }
        }
        body.put("stream", delivery != Delivery.JSON);
        addMetadata(body, request);
        return body;
    }

    private static ObjectNode gemini(Question request) {
        ObjectNode body = MAPPER.createObjectNode();
        String system = systemText(request);
        if (!system.isEmpty()) {
            body.putObject("systemInstruction").putArray("parts").addObject().put("text", system);
        }
        ArrayNode contents = body.putArray("contents");
        for (Turn message : request.messages()) {
            if (!message.role().equals("system")) {
                ObjectNode content = contents.addObject();
                content.put("role", message.role().equals("assistant") ? "model" : "user");
                content.putArray("parts").addObject().put("text", message.content());
            }
        }
        request.maxTokens()
                .ifPresent(limit -> body.putObject("generationConfig").put("maxOutputTokens", limit));
        addMetadata(body, request);
        return body;
    }

    private static String systemText(Question request) {
        StringBuilder text = new StringBuilder();
        for (Turn message : request.messages()) {
            if (message.role().equals("system")) {
                text.append(text.isEmpty() ? "" : "\n\n").append(message.content());
            }
        }
        return text.toString();
    }

    private static void addMetadata(ObjectNode body, Question request) {
        if (!request.metadata().isEmpty()) {
            ObjectNode metadata = body.putObject("metadata");
            request.metadata().forEach(metadata::put);
        }
    }
}
