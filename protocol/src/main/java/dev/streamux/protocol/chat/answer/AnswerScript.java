package dev.streamux.protocol.chat.answer;

import java.util.ArrayList;
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
 * @param alternatives further choices for the same question, in the dialects that give several; each has its own
 *     identity, whose seed makes its ids, and none has alternatives or counts of its own
 */
public record AnswerScript(
        AnswerIdentity identity,
        TextPieces reasoning,
        TextPieces text,
        List<ToolCall> toolCalls,
        FinishReason finish,
        TokenUsage usage,
        List<AnswerScript> alternatives) {

    /** Copies the lists. */
    public AnswerScript {
        toolCalls = List.copyOf(toolCalls);
        alternatives = List.copyOf(alternatives);
    }

    /** An answer without alternatives. */
    public AnswerScript(
            AnswerIdentity identity,
            TextPieces reasoning,
            TextPieces text,
            List<ToolCall> toolCalls,
            FinishReason finish,
            TokenUsage usage) {
        this(identity, reasoning, text, toolCalls, finish, usage, List.of());
    }

    /** The same with alternatives, and with counts that hold for all of them together. */
    public AnswerScript withAlternatives(List<AnswerScript> others, TokenUsage together) {
        return new AnswerScript(identity, reasoning, text, toolCalls, finish, together, others);
    }

    /** All choices: this answer, then its alternatives. */
    public List<AnswerScript> choices() {
        List<AnswerScript> choices = new ArrayList<>();
        choices.add(this);
        choices.addAll(alternatives);
        return choices;
    }

    /** An answer of plain text. */
    public static AnswerScript ofText(AnswerIdentity identity, TextPieces text, FinishReason finish, TokenUsage usage) {
        return new AnswerScript(identity, TextPieces.EMPTY, text, List.of(), finish, usage);
    }
}
