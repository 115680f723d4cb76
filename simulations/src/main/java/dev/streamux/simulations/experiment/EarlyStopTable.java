package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.Quantiles;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.StopWords;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What happens after the reader pressed stop: on the wire, at the server, to the connection.
 *
 * <p>The server's side needs the mock's emissions, whose clock is that of the client on one host.
 */
final class EarlyStopTable {
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.95;

    private EarlyStopTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured, List<EmissionTrace> emissions) {
        Map<String, EmissionTrace> byId = new HashMap<>();
        emissions.forEach(emission -> byId.put(emission.response().id(), emission));
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Row row = new Row();
            measured.stream()
                    .filter(response -> response.arm().equals(arm.name()) && response.outcome() == Outcome.CANCELLED)
                    .forEach(response -> row.add(response, byId));
            if (row.stops > 0) {
                rows.add(row.cells(arm));
            }
        }
        return new Table(
                "early-stop",
                "After the stop",
                "ms, p50 / p95; tokens after the stop are those the mock still wrote",
                List.of(
                        "arm",
                        "stops at",
                        "stopped",
                        "to last event",
                        "to server noticing",
                        "tokens after",
                        "connection kept"),
                rows);
    }

    private static final class Row {
        private final Quantiles lastEvent = new Quantiles();
        private final Quantiles noticed = new Quantiles();
        private final Quantiles tokens = new Quantiles();
        private int stops;
        private int kept;

        void add(ResponseTrace response, Map<String, EmissionTrace> emissions) {
            OptionalLong stop = Responses.nanos(response, "stopNanos");
            if (stop.isEmpty()) {
                return;
            }
            stops++;
            long at = stop.getAsLong();
            kept += Responses.attribute(response, "connectionReusableAfterStop")
                            .filter("true"::equals)
                            .isPresent()
                    ? 1
                    : 0;
            Responses.nanos(response, "lastEventNanos").ifPresent(last -> lastEvent.add(millisAfter(last, at)));
            EmissionTrace emission = emissions.get(response.id());
            if (emission != null) {
                Responses.nanos(emission.response(), "clientLeftNanos")
                        .ifPresent(left -> noticed.add(millisAfter(left, at)));
                tokens.add(chunksAfter(emission.response().chunks(), at));
            }
        }

        private static double millisAfter(long nanos, long stop) {
            return Cells.millis(Math.max(0, nanos - stop));
        }

        private static int chunksAfter(Chunks chunks, long stop) {
            int after = 0;
            for (int i = chunks.size() - 1; i >= 0 && chunks.timeNanos(i) > stop; i--) {
                after++;
            }
            return after;
        }

        List<String> cells(Arm arm) {
            return List.of(
                    arm.name(),
                    StopWords.of(arm.stop()),
                    Integer.toString(stops),
                    pair(lastEvent),
                    pair(noticed),
                    pair(tokens),
                    Cells.percent(kept, stops));
        }

        private static String pair(Quantiles values) {
            return Cells.quantile(values, MEDIAN) + " / " + Cells.quantile(values, TAIL);
        }
    }
}
