package dev.streamux.protocol.chat.request;

import dev.streamux.protocol.chat.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of any dialect, read and found right.
 *
 * @param dialect whose words it came in
 * @param model the model's name, not empty
 * @param messages the conversation, system text first where the dialect keeps it apart; not empty
 * @param tools the tools on offer, in the request's order
 * @param toolChoice which of them may or must be called
 * @param limits what may end the answer early
 * @param choices how many answers are wanted, 1 in the dialects that give no more
 * @param wishes how the client wants to be answered
 * @param reasoning whether the request asks the model to think first, visibly in the stream
 * @param metadata the body's free-form keys whose values are text, numbers or booleans, as text
 * @param previousResponseId the answer that this one continues, in the dialect that knows it
 */
public record ChatRequest(
        Dialect dialect,
        String model,
        List<ChatMessage> messages,
        List<ToolDefinition> tools,
        ToolChoice toolChoice,
        Limits limits,
        int choices,
        StreamWishes wishes,
        boolean reasoning,
        Map<String, String> metadata,
        Optional<String> previousResponseId) {

    /** Copies the collections. */
    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        metadata = Map.copyOf(metadata);
    }

    /** The text of all messages, a line each; what a prompt's tokens are counted of. */
    public String promptText() {
        StringBuilder text = new StringBuilder();
        for (ChatMessage message : messages) {
            text.append(message.text()).append('\n');
        }
        return text.toString();
    }

    /** The text of the last message of the person, empty if there is none. */
    public String lastUserText() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role() == ChatMessage.Role.USER) {
                return messages.get(i).text();
            }
        }
        return "";
    }

    /** Whether the client expects a tool call: there are tools, it allows calls, and no result came last. */
    public boolean wantsToolCall() {
        return !tools.isEmpty()
                && toolChoice.mode() != ToolChoice.Mode.NONE
                && messages.get(messages.size() - 1).role() != ChatMessage.Role.TOOL;
    }
}
