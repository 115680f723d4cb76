package dev.streamux.protocol.chat.answer;

import java.util.List;

/**
 * Everything that one answer says, the same for every dialect and delivery.
 *
 * <p>Reasoning comes first, then the text, then the tool calls. Any of them may be empty.
 *
 * @param identity whose answer it is: ids, model, time and seed
 * @param reasoning the thinking before the answer, a piece a token
 * @param text the visible text, a piece a token
 * @param toolCalls the calls at the end, in order
 * @param finish why it ends
 * @param usage the counts it reports; they are what the caller says, not what the pieces add up to
 */
public record AnswerScript(
        AnswerIdentity identity,
        TextPieces reasoning,
        TextPieces text,
        List<ToolCall> toolCalls,
        FinishReason finish,
        TokenUsage usage) {

    /** Copies the list. */
    public AnswerScript {
        toolCalls = List.copyOf(toolCalls);
    }

    /** An answer of plain text. */
    public static AnswerScript ofText(AnswerIdentity identity, TextPieces text, FinishReason finish, TokenUsage usage) {
        return new AnswerScript(identity, TextPieces.EMPTY, text, List.of(), finish, usage);
    }
}
