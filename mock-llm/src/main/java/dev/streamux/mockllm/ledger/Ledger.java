package dev.streamux.mockllm.ledger;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.check.Counters;
import dev.streamux.mockllm.emission.EmissionLog;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.mockllm.fault.FaultText;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.util.stream.Collectors;

/**
 * Closes the books of an answer: counts it and hands its emission to the log.
 *
 * @param counters of the server
 * @param log of the server
 */
public record Ledger(Counters counters, EmissionLog log) {

    /** An answer begins. */
    void open(Answer answer) {
        counters.begun(answer.words().usage().input());
        if (answer.place().running() > 0) {
            counters.times().queued().add(answer.place().queuedNanos());
        }
    }

    /** An answer is over. */
    void close(
            Answer answer, Delivery delivery, int status, Outcome outcome, EmissionRecorder recorder, long endNanos) {
        counters.ended(outcome);
        if (outcome == Outcome.COMPLETE) {
            counters.times().whole().add(endNanos - answer.arrivalNanos());
        }
        log.add(
                () -> recorder.finish(
                        head(answer, delivery, status, recorder),
                        outcome,
                        endNanos,
                        answer.words().usage().output()),
                answer.heldTokens());
    }

    /** Of several choices the trace holds the first, as a reader sees no other. */
    private static ResponseTrace.Builder head(Answer answer, Delivery delivery, int status, EmissionRecorder recorder) {
        int choices = 1 + answer.words().alternatives().size();
        int turns = (recorder.tokens() + choices - 1) / choices;
        int reasoning = Math.min(turns, answer.words().reasoning().size());
        String text = answer.words().text().text();
        int end = text.offsetByCodePoints(0, Math.min(recorder.characters(), text.codePointCount(0, text.length())));
        ResponseTrace.Builder head = ResponseTrace.builder(answer.id())
                .protocol(answer.request().dialect().word())
                .delivery(delivery.word())
                .route("mock")
                .intendedNanos(answer.arrivalNanos())
                .sentNanos(answer.arrivalNanos())
                .status(status)
                .usage(new Usage(
                        answer.words().usage().input(), answer.words().usage().output()))
                .reasoning(answer.words().reasoning().text(0, reasoning))
                .text(text.substring(0, end))
                .attribute("seed", Long.toString(answer.seed()))
                .attribute("model", answer.request().model())
                .attribute("queuedNanos", Long.toString(answer.place().queuedNanos()))
                .attribute("attempt", Integer.toString(answer.attempt()));
        if (!answer.faults().isEmpty()) {
            head.attribute(
                    "fault", answer.faults().stream().map(FaultText::render).collect(Collectors.joining(", ")));
        }
        return head;
    }
}
