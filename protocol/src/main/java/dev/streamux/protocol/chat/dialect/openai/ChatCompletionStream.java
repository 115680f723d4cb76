package dev.streamux.protocol.chat.dialect.openai;

import static dev.streamux.protocol.chat.encode.EventTemplate.PADDING;
import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.StreamOptions;
import java.util.List;

/**
 * Chunks of a chat completion: for each choice the role, the deltas and the finish; then the counts if asked for, and
 * {@code [DONE]}.
 */
final class ChatCompletionStream {

    private final AnswerScript script;
    private final StreamOptions options;
    private final String opening;
    private final String closing;

    ChatCompletionStream(AnswerScript script, StreamOptions options) {
        this.script = script;
        this.options = options;
        this.opening = ChatCompletionWords.opening(script.identity(), "chat.completion.chunk");
        this.closing = options.obfuscation() ? ",\"obfuscation\":\"" + PADDING + "\"}" : "}";
    }

    EventSequence sequence() {
        EventSequence.Builder events = new EventSequence.Builder(
                script.identity(), options, error -> EventText.of(OpenAiErrors.object(error)));
        List<AnswerScript> choices = script.choices();
        for (int i = 0; i < choices.size(); i++) {
            new Choice(i, choices.get(i)).addTo(events.nextChoice());
        }
        events.endChoices();
        if (options.includeUsage()) {
            String usage = ",\"choices\":[],\"usage\":" + ChatCompletionWords.usage(script.usage());
            events.event(EventKind.USAGE, EventText.of(opening + usage + closing));
        }
        return events.event(EventKind.TERMINAL, EventText.of("[DONE]")).build();
    }

    /** One choice: its own index, its own finish, no counts. */
    private final class Choice {

        private final int index;
        private final AnswerScript said;

        Choice(int index, AnswerScript said) {
            this.index = index;
            this.said = said;
        }

        void addTo(EventSequence.Builder events) {
            boolean opensWithCall = opensWithCall();
            if (!opensWithCall) {
                events.event(EventKind.PREAMBLE, delta("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}"));
            }
            events.deltas(EventKind.REASONING, delta("{\"reasoning_content\":\"" + PIECE + "\"}"), said.reasoning());
            events.deltas(EventKind.TEXT, delta("{\"content\":\"" + PIECE + "\"}"), said.text());
            for (int i = 0; i < said.toolCalls().size(); i++) {
                addCall(events, i, opensWithCall && i == 0);
            }
            events.event(EventKind.FINISH, chunk("{}", '"' + ChatCompletionWords.finish(said.finish()) + '"'));
        }

        /** The vendor puts the first call's name into the role chunk when nothing else comes before it. */
        private boolean opensWithCall() {
            return said.text().isEmpty()
                    && said.reasoning().isEmpty()
                    && !said.toolCalls().isEmpty();
        }

        private void addCall(EventSequence.Builder events, int number, boolean first) {
            ToolCall call = said.toolCalls().get(number);
            String start = "\"tool_calls\":[{\"index\":" + number + ','
                    + ChatCompletionWords.call(said.identity(), number, call, "\"\"") + ']';
            if (first) {
                events.event(
                        EventKind.PREAMBLE,
                        delta("{\"role\":\"assistant\",\"content\":null," + start + ",\"refusal\":null}"));
            } else {
                events.event(EventKind.TOOL, delta('{' + start + '}'));
            }
            events.deltas(
                    EventKind.TOOL,
                    delta("{\"tool_calls\":[{\"index\":" + number + ",\"function\":{\"arguments\":\"" + PIECE
                            + "\"}}]}"),
                    call.arguments());
        }

        private EventText delta(String delta) {
            return chunk(delta, "null");
        }

        private EventText chunk(String delta, String finish) {
            return EventText.of(opening + ",\"choices\":[{\"index\":" + index + ",\"delta\":" + delta
                    + ",\"logprobs\":null,\"finish_reason\":" + finish + "}]"
                    + (options.includeUsage() ? ",\"usage\":null" : "") + closing);
        }
    }
}
