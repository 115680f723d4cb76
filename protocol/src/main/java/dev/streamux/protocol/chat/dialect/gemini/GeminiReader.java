package dev.streamux.protocol.chat.dialect.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.request.BodyReader;
import dev.streamux.protocol.chat.request.ChatMessage;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.Limits;
import dev.streamux.protocol.chat.request.MetadataReader;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.StreamWishes;
import dev.streamux.protocol.chat.request.ToolChoice;
import dev.streamux.protocol.chat.request.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the body of {@code :generateContent} and {@code :streamGenerateContent}. */
final class GeminiReader {

    private static final int MOST_STOPS = 5;
    private static final int MOST_CANDIDATES = 8;

    private final BodyReader body;

    GeminiReader(BodyReader body) {
        this.body = body;
    }

    ChatRequest read(RequestTarget target) throws RefusedRequestException {
        String model = target.model().orElseThrow(() -> body.missing("model"));
        List<ChatMessage> messages = new ArrayList<>(system());
        messages.addAll(messages());
        Optional<BodyReader> config = body.optionalObject("generationConfig");
        return new ChatRequest(
                Dialect.GEMINI,
                model,
                messages,
                tools(),
                toolChoice(),
                config.isPresent() ? limits(config.get()) : Limits.NONE,
                config.isPresent()
                        ? config.get()
                                .optionalInt("candidateCount", 1, MOST_CANDIDATES)
                                .orElse(1)
                        : 1,
                new StreamWishes(target.stream(), true, false, !target.eventStream()),
                config.isPresent() && showsThoughts(config.get()),
                metadata(),
                Optional.empty());
    }

    private List<ChatMessage> system() throws RefusedRequestException {
        String name = body.has("system_instruction") ? "system_instruction" : "systemInstruction";
        Optional<BodyReader> system = body.optionalObject(name);
        return system.isPresent() ? List.of(new ChatMessage(ChatMessage.Role.SYSTEM, text(system.get()))) : List.of();
    }

    private List<ChatMessage> messages() throws RefusedRequestException {
        List<ChatMessage> messages = new ArrayList<>();
        for (BodyReader content : body.someObjects("contents")) {
            boolean model = content.has("role")
                    && content.oneOf("role", "user", "model", "function").equals("model");
            messages.add(new ChatMessage(model ? ChatMessage.Role.ASSISTANT : askerOf(content), text(content)));
        }
        return messages;
    }

    private static ChatMessage.Role askerOf(BodyReader content) throws RefusedRequestException {
        for (BodyReader part : content.objects("parts")) {
            if (part.has("functionResponse")) {
                return ChatMessage.Role.TOOL;
            }
        }
        return ChatMessage.Role.USER;
    }

    private static String text(BodyReader content) throws RefusedRequestException {
        StringBuilder text = new StringBuilder();
        for (BodyReader part : content.someObjects("parts")) {
            text.append(part.optionalText("text").orElse(""));
        }
        return text.toString();
    }

    private static Limits limits(BodyReader config) throws RefusedRequestException {
        config.checkNumber("temperature", 0, 2);
        config.checkNumber("topP", 0, 1);
        return new Limits(
                config.optionalInt("maxOutputTokens", 1, Integer.MAX_VALUE), config.texts("stopSequences", MOST_STOPS));
    }

    private static boolean showsThoughts(BodyReader config) throws RefusedRequestException {
        Optional<BodyReader> thinking = config.optionalObject("thinkingConfig");
        return thinking.isPresent() && thinking.get().flag("includeThoughts");
    }

    /** The vendor has labels; metadata is taken too, so that one knob works in every dialect. */
    private Map<String, String> metadata() throws RefusedRequestException {
        Map<String, String> metadata = new TreeMap<>(MetadataReader.read(body, "labels"));
        metadata.putAll(MetadataReader.read(body, "metadata"));
        return metadata;
    }

    private List<ToolDefinition> tools() throws RefusedRequestException {
        List<ToolDefinition> tools = new ArrayList<>();
        for (BodyReader tool : body.objects("tools")) {
            String name = tool.has("function_declarations") ? "function_declarations" : "functionDeclarations";
            for (BodyReader function : tool.objects(name)) {
                tools.add(new ToolDefinition(function.text("name"), schema(function)));
            }
        }
        return tools;
    }

    private static JsonNode schema(BodyReader function) throws RefusedRequestException {
        for (String name : List.of("parameters", "parametersJsonSchema")) {
            if (function.optionalObject(name).isPresent()) {
                return function.value(name);
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ToolChoice toolChoice() throws RefusedRequestException {
        Optional<BodyReader> toolConfig = body.optionalObject("toolConfig");
        if (toolConfig.isEmpty() || !toolConfig.get().has("functionCallingConfig")) {
            return ToolChoice.AUTO;
        }
        BodyReader calling = toolConfig.get().object("functionCallingConfig");
        List<String> names = calling.texts("allowedFunctionNames", Integer.MAX_VALUE);
        return switch (calling.optionalText("mode").orElse("AUTO").toUpperCase(Locale.ROOT)) {
            case "NONE" -> ToolChoice.of(ToolChoice.Mode.NONE);
            case "ANY", "VALIDATED" ->
                names.isEmpty() ? ToolChoice.of(ToolChoice.Mode.REQUIRED) : ToolChoice.of(names.get(0));
            default -> ToolChoice.AUTO;
        };
    }
}
