package dev.streamux.protocol.chat.dialect.gemini;

import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamOptions;
import java.util.List;

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
        List<AnswerScript> choices = script.choices();
        for (int i = 0; i < choices.size(); i++) {
            addDeltas(events.nextChoice(), i, choices.get(i));
            if (i > 0) {
                events.event(EventKind.FINISH, earlier(i, choices.get(i)));
            }
        }
        events.endChoices();
        boolean array = options.framing() instanceof Framing.Array;
        String last = GeminiWords.lastCandidate(0, GeminiWords.text("\"\""), script.finish());
        events.event(
                array ? EventKind.FINISH : EventKind.TERMINAL,
                EventText.of(GeminiWords.last(script.identity(), last, script.usage()) + '}'));
        if (array) {
            events.event(EventKind.TERMINAL, EventText.of("]"));
        }
        return events.build();
    }

    private void addDeltas(EventSequence.Builder events, int index, AnswerScript choice) {
        String piece = "\"" + PIECE + '"';
        events.deltas(EventKind.REASONING, partial(index, GeminiWords.thought(piece)), choice.reasoning());
        events.deltas(EventKind.TEXT, partial(index, GeminiWords.text(piece)), choice.text());
        for (ToolCall call : choice.toolCalls()) {
            events.whole(EventKind.TOOL, partial(index, GeminiWords.call(call)), call.arguments());
        }
    }

    private EventText partial(int index, String part) {
        return response(GeminiWords.candidate(index, part));
    }

    /** The end of a further candidate; the first one's is the end of all. */
    private EventText earlier(int index, AnswerScript choice) {
        return response(GeminiWords.lastCandidate(index, GeminiWords.text("\"\""), choice.finish()));
    }

    private EventText response(String candidate) {
        return EventText.of(GeminiWords.partial(script.identity(), candidate, script.usage()) + '}');
    }
}
