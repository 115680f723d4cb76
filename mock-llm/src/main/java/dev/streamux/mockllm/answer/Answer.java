package dev.streamux.mockllm.answer;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.knob.Script;
import dev.streamux.mockllm.load.Place;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.ChatRequest;
import java.util.List;

/**
 * One answer before it leaves.
 *
 * @param arrivalNanos when the request's last byte was read: monotonic, from run start
 * @param request what was asked
 * @param encoder the dialect
 * @param script the resolved knobs
 * @param seed what text, draws and ids follow from
 * @param words what it says
 * @param faults those of the script's faults that strike this time
 * @param attempt how often a request with this id has come, 1 for the first
 * @param place how long it waited and with how many it runs
 */
public record Answer(
        long arrivalNanos,
        ChatRequest request,
        DialectEncoder encoder,
        Script script,
        long seed,
        AnswerScript words,
        List<Fault> faults,
        int attempt,
        Place place) {
    /** What request, headers and attributes of an answer hold, in tokens. */
    private static final long FLAT_TOKENS = 32;

    public Answer {
        faults = List.copyOf(faults);
    }

    /** The same in this place. */
    public Answer at(Place value) {
        return new Answer(arrivalNanos, request, encoder, script, seed, words, faults, attempt, value);
    }

    /**
     * What it holds in memory, in output tokens: its own, reasoning and all choices included, a tenth of the prompt's, whose
     * text is kept until the answer ends, and {@value #FLAT_TOKENS} for what every answer has.
     */
    public long heldTokens() {
        return FLAT_TOKENS + words.usage().output() + words.usage().input() / 10L;
    }

    /** When it starts to run, on the run's clock: its arrival if it did not have to wait. */
    public long startNanos() {
        return arrivalNanos + place.queuedNanos();
    }

    /** The id that joins this answer's emission with the client's record. */
    public String id() {
        return words.identity().requestId();
    }
}
