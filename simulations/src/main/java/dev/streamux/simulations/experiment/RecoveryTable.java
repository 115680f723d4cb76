package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.figure.RecoveryFigures;
import dev.streamux.simulations.experiment.figure.Responses;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;

/** What each recovery policy costs the reader whose stream broke. */
final class RecoveryTable {
    private RecoveryTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            arm.recovery()
                    .map(policy -> RecoveryFigures.of(policy, Responses.of(arm.name(), measured)))
                    .ifPresent(figures -> rows.add(row(arm, figures)));
        }
        return new Table(
                "recovery",
                "When a stream breaks",
                "medians over broken questions; break known: ms from the last text to the error; whole answer: ms from the"
                        + " intended start; characters seen and then gone, characters received twice",
                List.of(
                        "arm",
                        "questions",
                        "broken",
                        "recovered",
                        "break known",
                        "whole answer",
                        "text lost",
                        "text repeated",
                        "requests"),
                rows);
    }

    private static List<String> row(Arm arm, RecoveryFigures figures) {
        return List.of(
                arm.name(),
                Integer.toString(figures.questions()),
                Integer.toString(figures.broken()),
                Cells.percent(figures.whole().size(), figures.broken()),
                Cells.median(figures.known()),
                Cells.median(figures.whole()),
                Cells.median(figures.lost()),
                Cells.median(figures.repeated()),
                Cells.median(figures.requests()));
    }
}
