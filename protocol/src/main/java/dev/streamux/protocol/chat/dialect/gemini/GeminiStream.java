package dev.streamux.protocol.chat.dialect.gemini;

import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamOptions;

/**
 * Events of a Gemini stream: a whole response object for each piece, the last with the reason and the counts.
 *
 * <p>There is no preamble and no end mark: the last response ends the stream, or the array's bracket does.
 */
final class GeminiStream {

    private final AnswerScript script;
    private final StreamOptions options;

    GeminiStream(AnswerScript script, StreamOptions options) {
        this.script = script;
        this.options = options;
    }

    EventSequence sequence() {
        EventSequence.Builder events = new EventSequence.Builder(
                script.identity(), options, error -> EventText.of(GeminiErrors.object(error)));
        String piece = "\"" + PIECE + '"';
        events.deltas(EventKind.REASONING, partial(GeminiWords.thought(piece)), script.reasoning());
        events.deltas(EventKind.TEXT, partial(GeminiWords.text(piece)), script.text());
        for (ToolCall call : script.toolCalls()) {
            events.whole(EventKind.TOOL, partial(GeminiWords.call(call)), call.arguments());
        }
        boolean array = options.framing() instanceof Framing.Array;
        String last =
                GeminiWords.last(script.identity(), GeminiWords.text("\"\""), script.usage(), script.finish()) + '}';
        events.event(array ? EventKind.FINISH : EventKind.TERMINAL, EventText.of(last));
        if (array) {
            events.event(EventKind.TERMINAL, EventText.of("]"));
        }
        return events.build();
    }

    private EventText partial(String part) {
        return EventText.of(GeminiWords.partial(script.identity(), part, script.usage()) + '}');
    }
}
