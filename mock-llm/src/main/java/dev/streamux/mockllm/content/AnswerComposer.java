package dev.streamux.mockllm.content;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.Mix;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides what the mock answers: text, reasoning and tool calls, how they end and what they count.
 *
 * <p>A piece counts as one output token. Composing a text of our own copies tokens that were cut when the composer was
 * made, so it costs no tokenizer. Safe for several threads.
 */
public final class AnswerComposer {

    /** Tokens of reasoning when a request asks to see it and nothing says how much. */
    private static final int USUAL_REASONING = 24;

    /** Makes the reasoning another text than the answer. */
    private static final long REASONING_STREAM = 0x7e50;

    private static final long TOOL_STREAM = 0x7001;

    /** Makes each further choice another text than the one before it. */
    private static final long CHOICE_STREAM = 0x7c40;

    private final Tokenizer tokenizer = new Tokenizer();
    private final SeededText ownTexts = new SeededText(new TextLibrary(tokenizer));

    /** The same answer with the alternatives that the request wants: texts of their own, from seeds of their own. */
    public AnswerScript withAlternatives(AnswerScript first, ChatRequest request, AnswerOrder order) {
        TokenUsage together = first.usage();
        List<AnswerScript> others = new ArrayList<>();
        for (int i = 1; i < request.choices(); i++) {
            AnswerScript other = compose(request, order.withSeed(Mix.of(order.seed(), CHOICE_STREAM + i)));
            together = together.plus(other.usage());
            others.add(other);
        }
        return first.withAlternatives(others, together);
    }

    /** The answer to a request; of several choices the first. */
    public AnswerScript compose(ChatRequest request, AnswerOrder order) {
        int input = tokenizer.count(request.promptText());
        if (request.wantsToolCall()) {
            return call(request, order, input);
        }
        TextPieces wholeReasoning = reasoning(request, order);
        TextPieces wholeText = text(request, order);
        int most = request.limits().maxTokens().orElse(Integer.MAX_VALUE);
        TextPieces reasoning = wholeReasoning.first(most);
        TextPieces allowed = wholeText.first(most - reasoning.size());
        StopCut cut = StopCut.of(allowed, request.limits().stop());
        boolean short_ = allowed.size() < wholeText.size() || reasoning.size() < wholeReasoning.size();
        FinishReason finish =
                cut.stop().isPresent() ? FinishReason.STOP_SEQUENCE : short_ ? FinishReason.LENGTH : FinishReason.STOP;
        int output = reasoning.size() + cut.pieces().size();
        return new AnswerScript(
                identity(request, order, cut.stop()),
                reasoning,
                cut.pieces(),
                List.of(),
                finish,
                new TokenUsage(input, cached(order, input), output, reasoning.size()));
    }

    private AnswerScript call(ChatRequest request, AnswerOrder order, int input) {
        ToolDefinition tool = chosen(request);
        ToolArguments arguments =
                new ToolArguments(tool.schema(), new SplittableRandom(Mix.of(order.seed(), TOOL_STREAM)));
        ToolCall call = new ToolCall(tool.name(), tokenizer.cut(arguments.json()));
        TextPieces reasoning = reasoning(request, order);
        int output = reasoning.size() + call.arguments().size();
        return new AnswerScript(
                identity(request, order, Optional.empty()),
                reasoning,
                TextPieces.EMPTY,
                List.of(call),
                FinishReason.TOOL_CALLS,
                new TokenUsage(input, cached(order, input), output, reasoning.size()));
    }

    private static ToolDefinition chosen(ChatRequest request) {
        Optional<String> name = request.toolChoice().name();
        return request.tools().stream()
                .filter(tool -> name.isEmpty() || name.get().equals(tool.name()))
                .findFirst()
                .orElse(request.tools().get(0));
    }

    private TextPieces text(ChatRequest request, AnswerOrder order) {
        if (order.content() instanceof Content.Echo) {
            return fitted(request.lastUserText(), order);
        }
        if (order.content() instanceof Content.Fixed fixed) {
            return fitted(fixed.text(), order);
        }
        if (order.content() instanceof Content.Scripted scripted) {
            Optional<AnswerRules.Rule> rule = scripted.rules().find(request.lastUserText());
            if (rule.isPresent()) {
                return fitted(rule.get().text(), order);
            }
        }
        Genre genre = order.content() instanceof Content.Own own ? own.genre() : Genre.MIXED;
        return ownTexts.compose(order.seed(), genre, order.tokens().orElse(order.defaultTokens()));
    }

    private TextPieces reasoning(ChatRequest request, AnswerOrder order) {
        if (order.content() instanceof Content.Scripted scripted) {
            Optional<AnswerRules.Rule> rule = scripted.rules().find(request.lastUserText());
            if (rule.isPresent()) {
                return tokenizer.cut(rule.get().reasoning());
            }
        }
        int usual = request.reasoning() ? USUAL_REASONING : 0;
        int tokens = order.reasoningTokens() > 0 ? order.reasoningTokens() : usual;
        return ownTexts.compose(Mix.of(order.seed(), REASONING_STREAM), Genre.PROSE, tokens);
    }

    /** The text's tokens, repeated or cut when a number was ordered. An empty text is answered with a dot. */
    private TextPieces fitted(String text, AnswerOrder order) {
        TextPieces once = tokenizer.cut(text.isEmpty() ? "." : text);
        int tokens = order.tokens().orElse(once.size());
        TextPieces.Builder pieces = new TextPieces.Builder();
        while (pieces.size() < tokens) {
            pieces.add(once, 0, Math.min(once.size(), tokens - pieces.size()));
        }
        return pieces.build();
    }

    private static int cached(AnswerOrder order, int input) {
        return (int) Math.floor(input * order.cachedInputShare());
    }

    private static AnswerIdentity identity(ChatRequest request, AnswerOrder order, Optional<String> stop) {
        return new AnswerIdentity(order.requestId(), request.model(), order.createdSeconds(), order.seed(), stop);
    }
}
