package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.figure.Responses;
import dev.streamux.simulations.experiment.figure.StopFigures;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.StopWords;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;

/** What happens after the reader pressed stop: on the wire, at the server, to the connection. */
final class EarlyStopTable {
    private EarlyStopTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured, List<EmissionTrace> emissions) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            StopFigures figures = StopFigures.of(Responses.of(arm.name(), measured), emissions);
            if (figures.stops() > 0) {
                rows.add(row(arm, figures));
            }
        }
        return new Table(
                "early-stop",
                "After the stop",
                "ms from the stop, p50 / p95; events that still arrived; tokens that the mock still wrote; connections that"
                        + " could carry another request",
                List.of(
                        "arm",
                        "http",
                        "stops at",
                        "stopped",
                        "to last arrival",
                        "events after",
                        "to server noticing",
                        "tokens after",
                        "connection kept"),
                rows);
    }

    private static List<String> row(Arm arm, StopFigures figures) {
        return List.of(
                arm.name(),
                arm.http().word(),
                StopWords.of(arm.stop()),
                Integer.toString(figures.stops()),
                Cells.pair(figures.lastArrival()),
                Cells.pair(figures.events()),
                Cells.pair(figures.noticed()),
                Cells.pair(figures.tokens()),
                Cells.percent(figures.kept(), figures.stops()));
    }
}
