package dev.streamux.protocol.chat.dialect.responses;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of {@code POST /v1/responses}, or the same object in a WebSocket frame. */
final class ResponsesReader {

    private final BodyReader body;

    ResponsesReader(BodyReader body) {
        this.body = body;
    }

    /** The request; over a WebSocket it always streams, whatever the object says. */
    ChatRequest read(boolean socket) throws RefusedRequestException {
        String model = body.text("model");
        List<ChatMessage> messages = messages();
        body.checkNumber("temperature", 0, 2);
        body.checkNumber("top_p", 0, 1);
        if (body.flag("background")) {
            throw body.wrongValue("background", "false; this server answers at once");
        }
        List<ToolDefinition> tools = tools();
        boolean stream = body.flag("stream") || socket;
        Optional<BodyReader> options = body.optionalObject("stream_options");
        boolean obfuscation = options.isEmpty() || options.get().flag("include_obfuscation", true);
        return new ChatRequest(
                Dialect.OPENAI_RESPONSES,
                model,
                messages,
                tools,
                toolChoice(tools),
                new Limits(body.optionalInt("max_output_tokens", 1, Integer.MAX_VALUE), List.of()),
                1,
                new StreamWishes(stream, true, obfuscation, false),
                reasoning(),
                MetadataReader.read(body, "metadata"),
                body.optionalText("previous_response_id"));
    }

    private List<ChatMessage> messages() throws RefusedRequestException {
        List<ChatMessage> messages = new ArrayList<>();
        Optional<String> instructions = body.optionalText("instructions");
        instructions.ifPresent(text -> messages.add(new ChatMessage(ChatMessage.Role.SYSTEM, text)));
        if (!body.has("input") && !body.has("previous_response_id")) {
            throw body.missing("input");
        }
        if (body.isText("input")) {
            messages.add(
                    new ChatMessage(ChatMessage.Role.USER, body.value("input").textValue()));
        } else {
            for (BodyReader item : body.objects("input")) {
                messages.add(message(item));
            }
        }
        return messages.isEmpty() ? List.of(new ChatMessage(ChatMessage.Role.USER, "")) : messages;
    }

    private static ChatMessage message(BodyReader item) throws RefusedRequestException {
        return switch (item.optionalText("type").orElse("message")) {
            case "message" -> {
                String role = item.oneOf("role", "user", "assistant", "system", "developer");
                if (!item.has("content")) {
                    throw item.missing("content");
                }
                yield new ChatMessage(role(role), content(item, "content"));
            }
            case "function_call_output" -> {
                item.text("call_id");
                yield new ChatMessage(ChatMessage.Role.TOOL, content(item, "output"));
            }
            default -> new ChatMessage(ChatMessage.Role.ASSISTANT, "");
        };
    }

    private static ChatMessage.Role role(String word) {
        return switch (word) {
            case "assistant" -> ChatMessage.Role.ASSISTANT;
            case "system", "developer" -> ChatMessage.Role.SYSTEM;
            default -> ChatMessage.Role.USER;
        };
    }

    private static String content(BodyReader item, String name) throws RefusedRequestException {
        if (item.isText(name)) {
            return item.value(name).textValue();
        }
        StringBuilder text = new StringBuilder();
        for (BodyReader part : item.objects(name)) {
            part.text("type");
            text.append(part.optionalText("text").orElse(""));
        }
        return text.toString();
    }

    /** The vendor shows reasoning only to those who ask for a summary of it. */
    private boolean reasoning() throws RefusedRequestException {
        Optional<BodyReader> reasoning = body.optionalObject("reasoning");
        return reasoning.isPresent() && reasoning.get().optionalText("summary").isPresent();
    }

    private List<ToolDefinition> tools() throws RefusedRequestException {
        List<ToolDefinition> tools = new ArrayList<>();
        for (BodyReader tool : body.objects("tools")) {
            if (tool.text("type").equals("function")) {
                boolean typed = tool.optionalObject("parameters").isPresent();
                tools.add(new ToolDefinition(
                        tool.text("name"), typed ? tool.value("parameters") : JsonNodeFactory.instance.objectNode()));
            }
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
        BodyReader choice = body.object("tool_choice");
        if (!choice.text("type").equals("function")) {
            return ToolChoice.AUTO;
        }
        String name = choice.text("name");
        if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
            throw choice.wrongValue("name", "the name of one of the tools");
        }
        return ToolChoice.of(name);
    }
}
