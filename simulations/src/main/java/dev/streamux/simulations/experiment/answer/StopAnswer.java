package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.experiment.figure.StopFigures;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What happens after the stop, over all arms that stop, and which of them is different. */
final class StopAnswer {
    private static final double TAIL = 0.95;

    private StopAnswer() {}

    static List<String> of(Evidence evidence) {
        List<Arm> arms = evidence.arms().stream()
                .filter(arm -> !arm.stop().equals(StopCondition.NEVER))
                .collect(Collectors.toList());
        List<ResponseTrace> responses =
                arms.stream().flatMap(arm -> evidence.of(arm).stream()).collect(Collectors.toList());
        StopFigures figures = StopFigures.of(responses, evidence.emissions());
        if (figures.stops() == 0) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("After a stop it is quiet within " + Words.tail(figures.lastArrival()) + " (p95 of "
                + figures.stops() + " stops); events that still arrive: "
                + Words.count(figures.events().at(1)) + " at most.");
        if (figures.noticed().size() > 0) {
            sentences.add("The mock notices after " + Words.median(figures.noticed()) + " (median; p95 "
                    + Words.tail(figures.noticed()) + "); tokens that it still writes: "
                    + Words.count(figures.tokens().at(TAIL)) + " (p95).");
        }
        if (figures.unanswered() > 0) {
            sentences.add(figures.unanswered() + " times the other side went on for half a second, until we closed.");
        }
        sentences.add("Of " + figures.stops() + " connections " + figures.kept()
                + " could carry another request: HTTP/2 resets the stream only, HTTP/1.1 has to close.");
        return sentences;
    }
}
