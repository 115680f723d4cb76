package dev.streamux.protocol.chat.dialect.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.request.BodyReader;
import dev.streamux.protocol.chat.request.ChatMessage;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.Limits;
import dev.streamux.protocol.chat.request.MetadataReader;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.StreamWishes;
import dev.streamux.protocol.chat.request.ToolChoice;
import dev.streamux.protocol.chat.request.ToolDefinition;
import dev.streamux.protocol.chat.request.WireError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the body of {@code POST /v1/chat/completions}. */
final class ChatCompletionReader {

    private static final int MOST_STOPS = 4;
    private static final int MOST_CHOICES = 128;

    private final BodyReader body;

    ChatCompletionReader(BodyReader body) {
        this.body = body;
    }

    ChatRequest read() throws RefusedRequestException {
        String model = body.text("model");
        List<ChatMessage> messages = messages();
        checkSampling();
        List<ToolDefinition> tools = tools();
        return new ChatRequest(
                Dialect.OPENAI_CHAT,
                model,
                messages,
                tools,
                toolChoice(tools),
                new Limits(maxTokens(), body.texts("stop", MOST_STOPS)),
                body.optionalInt("n", 1, MOST_CHOICES).orElse(1),
                wishes(),
                false,
                MetadataReader.read(body, "metadata"),
                Optional.empty());
    }

    private List<ChatMessage> messages() throws RefusedRequestException {
        List<ChatMessage> messages = new ArrayList<>();
        for (BodyReader message : body.someObjects("messages")) {
            messages.add(message(message));
        }
        return messages;
    }

    private static ChatMessage message(BodyReader message) throws RefusedRequestException {
        String role = message.oneOf("role", "system", "developer", "user", "assistant", "tool", "function");
        if (role.equals("tool")) {
            message.text("tool_call_id");
        }
        boolean mayLackContent = role.equals("assistant");
        if (!message.has("content") && !mayLackContent) {
            throw message.missing("content");
        }
        return new ChatMessage(role(role), content(message));
    }

    private static String content(BodyReader message) throws RefusedRequestException {
        if (message.isText("content")) {
            return message.value("content").textValue();
        }
        StringBuilder text = new StringBuilder();
        for (BodyReader part : message.objects("content")) {
            String type = part.oneOf("type", "text", "refusal", "image_url", "input_audio", "file");
            if (type.equals("text")) {
                text.append(part.optionalText("text").orElseThrow(() -> part.missing("text")));
            }
        }
        return text.toString();
    }

    private static ChatMessage.Role role(String word) {
        return switch (word) {
            case "system", "developer" -> ChatMessage.Role.SYSTEM;
            case "assistant" -> ChatMessage.Role.ASSISTANT;
            case "tool", "function" -> ChatMessage.Role.TOOL;
            default -> ChatMessage.Role.USER;
        };
    }

    private void checkSampling() throws RefusedRequestException {
        body.checkNumber("temperature", 0, 2);
        body.checkNumber("top_p", 0, 1);
        body.checkNumber("presence_penalty", -2, 2);
        body.checkNumber("frequency_penalty", -2, 2);
    }

    private OptionalInt maxTokens() throws RefusedRequestException {
        OptionalInt newer = body.optionalInt("max_completion_tokens", 1, Integer.MAX_VALUE);
        OptionalInt older = body.optionalInt("max_tokens", 1, Integer.MAX_VALUE);
        if (newer.isPresent() && older.isPresent()) {
            throw new RefusedRequestException(WireError.ofField(
                    "max_tokens",
                    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."));
        }
        return newer.isPresent() ? newer : older;
    }

    private StreamWishes wishes() throws RefusedRequestException {
        boolean stream = body.flag("stream");
        Optional<BodyReader> options = body.optionalObject("stream_options");
        if (options.isPresent() && !stream) {
            throw new RefusedRequestException(WireError.ofField(
                    "stream_options", "The 'stream_options' parameter is only allowed when 'stream' is enabled."));
        }
        if (options.isEmpty()) {
            return new StreamWishes(stream, false, true, false);
        }
        return new StreamWishes(
                stream, options.get().flag("include_usage"), options.get().flag("include_obfuscation", true), false);
    }

    private List<ToolDefinition> tools() throws RefusedRequestException {
        List<ToolDefinition> tools = new ArrayList<>();
        for (BodyReader tool : body.objects("tools")) {
            tool.oneOf("type", "function");
            BodyReader function = tool.object("function");
            tools.add(new ToolDefinition(
                    function.text("name"),
                    function.optionalObject("parameters").isPresent()
                            ? function.value("parameters")
                            : JsonNodeFactory.instance.objectNode()));
        }
        return tools;
    }

    private ToolChoice toolChoice(List<ToolDefinition> tools) throws RefusedRequestException {
        if (!body.has("tool_choice")) {
            return ToolChoice.AUTO;
        }
        if (body.isText("tool_choice")) {
            return switch (body.oneOf("tool_choice", "none", "auto", "required")) {
                case "none" -> ToolChoice.of(ToolChoice.Mode.NONE);
                case "required" -> ToolChoice.of(ToolChoice.Mode.REQUIRED);
                default -> ToolChoice.AUTO;
            };
        }
        BodyReader function = body.object("tool_choice").object("function");
        String name = function.text("name");
        if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
            throw function.wrongValue("name", "the name of one of the tools");
        }
        return ToolChoice.of(name);
    }
}
