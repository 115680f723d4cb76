package dev.streamux.protocol.chat.dialect.openai;

import static dev.streamux.protocol.chat.encode.EventTemplate.PADDING;
import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.StreamOptions;

/** Chunks of a chat completion: the role, the deltas, the finish, the counts if asked for, and {@code [DONE]}. */
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
        boolean opensWithCall = opensWithCall();
        if (!opensWithCall) {
            events.event(EventKind.PREAMBLE, delta("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}"));
        }
        events.deltas(EventKind.REASONING, delta("{\"reasoning_content\":\"" + PIECE + "\"}"), script.reasoning());
        events.deltas(EventKind.TEXT, delta("{\"content\":\"" + PIECE + "\"}"), script.text());
        for (int i = 0; i < script.toolCalls().size(); i++) {
            addCall(events, i, opensWithCall && i == 0);
        }
        events.event(EventKind.FINISH, chunk("{}", '"' + ChatCompletionWords.finish(script.finish()) + '"'));
        if (options.includeUsage()) {
            String usage = ",\"choices\":[],\"usage\":" + ChatCompletionWords.usage(script.usage());
            events.event(EventKind.USAGE, EventText.of(opening + usage + closing));
        }
        return events.event(EventKind.TERMINAL, EventText.of("[DONE]")).build();
    }

    /** The vendor puts the first call's name into the role chunk when nothing else comes before it. */
    private boolean opensWithCall() {
        return script.text().isEmpty()
                && script.reasoning().isEmpty()
                && !script.toolCalls().isEmpty();
    }

    private void addCall(EventSequence.Builder events, int number, boolean first) {
        ToolCall call = script.toolCalls().get(number);
        String start = "\"tool_calls\":[{\"index\":" + number + ','
                + ChatCompletionWords.call(script.identity(), number, call, "\"\"") + ']';
        if (first) {
            events.event(
                    EventKind.PREAMBLE,
                    delta("{\"role\":\"assistant\",\"content\":null," + start + ",\"refusal\":null}"));
        } else {
            events.event(EventKind.TOOL, delta('{' + start + '}'));
        }
        events.deltas(
                EventKind.TOOL,
                delta("{\"tool_calls\":[{\"index\":" + number + ",\"function\":{\"arguments\":\"" + PIECE + "\"}}]}"),
                call.arguments());
    }

    private EventText delta(String delta) {
        return chunk(delta, "null");
    }

    private EventText chunk(String delta, String finish) {
        return EventText.of(opening + ",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"logprobs\":null,\"finish_reason\":" + finish + "}]"
                + (options.includeUsage() ? ",\"usage\":null" : "") + closing);
    }
}
