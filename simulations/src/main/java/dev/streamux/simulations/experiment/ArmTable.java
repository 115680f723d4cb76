package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.experiment.figure.Responses;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.stream.Collectors;

/** How the responses of each arm ended, and when their readers saw something. */
final class ArmTable {
    private ArmTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured) {
        return new Table(
                "arms",
                "What readers got",
                "ms from the intended start, complete responses only; p50 / p95; service time counts from sent",
                List.of("arm", "delivery", "responses", "complete", "other ends", "first text", "response", "service"),
                arms.stream()
                        .map(arm -> row(arm, ArmFigures.of(Responses.of(arm.name(), measured))))
                        .collect(Collectors.toList()));
    }

    private static List<String> row(Arm arm, ArmFigures figures) {
        String ends = figures.outcomes().entrySet().stream()
                .filter(end -> end.getKey() != Outcome.COMPLETE)
                .map(end -> end.getValue() + " " + end.getKey().word())
                .collect(Collectors.joining(", "));
        return List.of(
                arm.name(),
                arm.delivery().word(),
                Integer.toString(figures.responses()),
                Integer.toString(figures.count(Outcome.COMPLETE)),
                ends.isEmpty() ? Table.ABSENT : ends,
                Cells.pair(figures.firstText()),
                Cells.pair(figures.response()),
                Cells.pair(figures.service()));
    }
}
