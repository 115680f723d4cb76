package dev.streamux.simulations.experiment.figure;

import dev.streamux.simulations.measure.Quantiles;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What happened to the responses of an arm after the reader pressed stop: on the wire, at the server, to the connection.
 *
 * <p>The client ends its direction of the connection at the stop and goes on reading until the server ends the other one, so
 * what was still under way is counted. The server's side needs the mock's emissions, whose clock is that of the client on
 * one host.
 */
public final class StopFigures {
    private static final double NANOS_IN_MILLI = 1e6;

    private final Quantiles lastArrival = new Quantiles();
    private final Quantiles events = new Quantiles();
    private final Quantiles noticed = new Quantiles();
    private final Quantiles tokens = new Quantiles();
    private int stops;
    private int kept;
    private int unanswered;

    private StopFigures() {}

    /** The figures of these responses, of which only the stopped ones count. */
    public static StopFigures of(List<ResponseTrace> responses, List<EmissionTrace> emissions) {
        Map<String, EmissionTrace> byId = new HashMap<>();
        emissions.forEach(emission -> byId.put(emission.response().id(), emission));
        StopFigures figures = new StopFigures();
        responses.stream()
                .filter(response -> response.outcome() == Outcome.CANCELLED)
                .forEach(response -> figures.add(response, byId));
        return figures;
    }

    private void add(ResponseTrace response, Map<String, EmissionTrace> emissions) {
        OptionalLong stop = Responses.nanos(response, "stopNanos");
        if (stop.isEmpty()) {
            return;
        }
        stops++;
        long at = stop.getAsLong();
        kept += has(response, "connectionReusableAfterStop", "true") ? 1 : 0;
        unanswered += has(response, "quietAfterStop", "closed-by-us") ? 1 : 0;
        lastArrival.add(millisAfter(
                Responses.nanos(response, "lastArrivalAfterStopNanos").orElse(at), at));
        Responses.nanos(response, "eventsAfterStop").ifPresent(events::add);
        EmissionTrace emission = emissions.get(response.id());
        if (emission != null) {
            Responses.nanos(emission.response(), "clientLeftNanos")
                    .ifPresent(left -> noticed.add(millisAfter(left, at)));
            tokens.add(chunksAfter(emission.response().chunks(), at));
        }
    }

    private static boolean has(ResponseTrace response, String attribute, String value) {
        return Responses.attribute(response, attribute).filter(value::equals).isPresent();
    }

    private static double millisAfter(long nanos, long stop) {
        return Math.max(0, nanos - stop) / NANOS_IN_MILLI;
    }

    private static int chunksAfter(Chunks chunks, long stop) {
        int after = 0;
        for (int i = chunks.size() - 1; i >= 0 && chunks.timeNanos(i) > stop; i--) {
            after++;
        }
        return after;
    }

    /** How many responses were stopped. */
    public int stops() {
        return stops;
    }

    /** After how many of them the connection could carry another request. */
    public int kept() {
        return kept;
    }

    /** How many times the server did not end its direction within half a second, so that we closed. */
    public int unanswered() {
        return unanswered;
    }

    /** From the stop to the last byte that still arrived, ms; 0 where none did. */
    public Quantiles lastArrival() {
        return lastArrival;
    }

    /** Events that were complete after the one at which the reader stopped. */
    public Quantiles events() {
        return events;
    }

    /** From the stop to the moment when the mock noticed, ms. */
    public Quantiles noticed() {
        return noticed;
    }

    /** Tokens that the mock still wrote after the stop. */
    public Quantiles tokens() {
        return tokens;
    }
}
