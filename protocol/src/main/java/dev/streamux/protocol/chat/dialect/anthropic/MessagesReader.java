package dev.streamux.protocol.chat.dialect.anthropic;

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
import java.util.OptionalInt;

/** Reads the body of {@code POST /v1/messages}. */
final class MessagesReader {

    private static final int LEAST_THINKING = 1024;
    private static final int MOST_STOPS = 8191;

    private final BodyReader body;

    MessagesReader(BodyReader body) {
        this.body = body;
    }

    ChatRequest read() throws RefusedRequestException {
        String model = body.text("model");
        OptionalInt maxTokens = body.optionalInt("max_tokens", 1, Integer.MAX_VALUE);
        if (maxTokens.isEmpty()) {
            throw body.missing("max_tokens");
        }
        List<ChatMessage> messages = new ArrayList<>(system());
        messages.addAll(messages());
        body.checkNumber("temperature", 0, 1);
        body.checkNumber("top_p", 0, 1);
        body.optionalInt("top_k", 0, Integer.MAX_VALUE);
        List<ToolDefinition> tools = tools();
        return new ChatRequest(
                Dialect.ANTHROPIC,
                model,
                messages,
                tools,
                toolChoice(tools),
                new Limits(maxTokens, body.texts("stop_sequences", MOST_STOPS)),
                1,
                new StreamWishes(body.flag("stream"), true, false, false),
                thinking(maxTokens.getAsInt()),
                MetadataReader.read(body, "metadata"),
                Optional.empty());
    }

    private List<ChatMessage> system() throws RefusedRequestException {
        return body.has("system")
                ? List.of(new ChatMessage(ChatMessage.Role.SYSTEM, content(body, "system")))
                : List.of();
    }

    private List<ChatMessage> messages() throws RefusedRequestException {
        List<ChatMessage> messages = new ArrayList<>();
        for (BodyReader message : body.someObjects("messages")) {
            String role = message.oneOf("role", "user", "assistant");
            if (!message.has("content")) {
                throw message.missing("content");
            }
            messages.add(new ChatMessage(role(message, role), content(message, "content")));
        }
        return messages;
    }

    /** A tool's result comes as a block of the person's message; the message counts as the tool's then. */
    private static ChatMessage.Role role(BodyReader message, String role) throws RefusedRequestException {
        if (role.equals("assistant")) {
            return ChatMessage.Role.ASSISTANT;
        }
        if (!message.isText("content")) {
            for (BodyReader block : message.objects("content")) {
                if (block.text("type").equals("tool_result")) {
                    return ChatMessage.Role.TOOL;
                }
            }
        }
        return ChatMessage.Role.USER;
    }

    private static String content(BodyReader holder, String name) throws RefusedRequestException {
        if (holder.isText(name)) {
            return holder.value(name).textValue();
        }
        StringBuilder text = new StringBuilder();
        for (BodyReader block : holder.objects(name)) {
            String type = block.text("type");
            if (type.equals("text")) {
                text.append(block.optionalText("text").orElseThrow(() -> block.missing("text")));
            } else if (type.equals("tool_result") && block.has("content")) {
                text.append(content(block, "content"));
            }
        }
        return text.toString();
    }

    private boolean thinking(int maxTokens) throws RefusedRequestException {
        Optional<BodyReader> thinking = body.optionalObject("thinking");
        if (thinking.isEmpty()) {
            return false;
        }
        String type = thinking.get().oneOf("type", "enabled", "disabled", "adaptive");
        if (type.equals("enabled")) {
            int budget = thinking.get()
                    .optionalInt("budget_tokens", LEAST_THINKING, Integer.MAX_VALUE)
                    .orElseThrow(() -> thinking.get().missing("budget_tokens"));
            if (budget >= maxTokens) {
                throw thinking.get().wrongValue("budget_tokens", "less than max_tokens");
            }
        }
        return !type.equals("disabled");
    }

    private List<ToolDefinition> tools() throws RefusedRequestException {
        List<ToolDefinition> tools = new ArrayList<>();
        for (BodyReader tool : body.objects("tools")) {
            boolean own = tool.optionalText("type").orElse("custom").equals("custom");
            if (own && !tool.has("input_schema")) {
                throw tool.missing("input_schema");
            }
            if (own) {
                tool.object("input_schema");
            }
            tools.add(new ToolDefinition(
                    tool.text("name"), own ? tool.value("input_schema") : JsonNodeFactory.instance.objectNode()));
        }
        return tools;
    }

    private ToolChoice toolChoice(List<ToolDefinition> tools) throws RefusedRequestException {
        Optional<BodyReader> choice = body.optionalObject("tool_choice");
        if (choice.isEmpty()) {
            return ToolChoice.AUTO;
        }
        return switch (choice.get().oneOf("type", "auto", "any", "tool", "none")) {
            case "none" -> ToolChoice.of(ToolChoice.Mode.NONE);
            case "any" -> ToolChoice.of(ToolChoice.Mode.REQUIRED);
            case "tool" -> ToolChoice.of(named(choice.get(), tools));
            default -> ToolChoice.AUTO;
        };
    }

    private static String named(BodyReader choice, List<ToolDefinition> tools) throws RefusedRequestException {
        String name = choice.text("name");
        if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
            throw choice.wrongValue("name", "the name of one of the tools");
        }
        return name;
    }
}
