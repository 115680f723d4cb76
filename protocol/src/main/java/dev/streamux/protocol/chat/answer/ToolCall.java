package dev.streamux.protocol.chat.answer;

/**
 * One call of a tool that the answer asks for.
 *
 * @param name the tool's name as the request defined it, not empty
 * @param arguments one JSON object, cut into the pieces in which it streams
 */
public record ToolCall(String name, TextPieces arguments) {

    /** Checks the name. */
    public ToolCall {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty; a tool call must name its tool");
        }
    }
}
