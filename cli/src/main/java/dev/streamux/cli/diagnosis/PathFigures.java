package dev.streamux.cli.diagnosis;

import dev.streamux.simulations.hop.Delivered;
import dev.streamux.simulations.hop.Departure;
import dev.streamux.simulations.hop.Ended;
import dev.streamux.simulations.hop.PathReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of a path by the words of their cases; what was not measured is left out. Times are milliseconds. */
final class PathFigures {
    private PathFigures() {}

    static Map<String, Object> of(PathReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rigLagP95Millis", rounded(report.rigLagMillis()));
        Map<String, Object> delivered = new LinkedHashMap<>();
        report.delivered().forEach((probe, each) -> delivered.put(probe.word(), delivered(each)));
        all.put("delivered", delivered);
        Map<String, Object> endings = new LinkedHashMap<>();
        report.endings().forEach((probe, each) -> endings.put(probe.word(), ended(each)));
        all.put("endings", endings);
        all.put("attempts", report.attempts());
        return all;
    }

    private static Map<String, Object> delivered(Delivered each) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", each.finding().kind().word());
        one.put("title", each.finding().title());
        put(one, "headersLateMillis", each.headersLate());
        put(one, "addedFirstMillis", each.addedFirst());
        put(one, "addedMedianMillis", each.addedMedian());
        put(one, "addedWorstMillis", each.addedWorst());
        one.put("bursts", each.bursts());
        one.put("largestBurstShare", rounded(each.largestBurstShare()));
        return one;
    }

    private static Map<String, Object> ended(Ended each) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("outcome", each.outcome().word());
        one.put("events", each.events());
        one.put("attempts", each.attempts());
        put(one, "addedMillis", each.addedMillis());
        put(one, "silenceCutMillis", each.silenceMillis());
        each.departure().ifPresent(departure -> departure(one, departure));
        return one;
    }

    private static void departure(Map<String, Object> one, Departure departure) {
        departure.noticedNanos().ifPresent(nanos -> one.put("noticedMillis", rounded(nanos / 1e6)));
        one.put("noticed", departure.noticedNanos().isPresent());
        one.put("wastedTokens", departure.wastedTokens());
        one.put("remainingTokens", departure.remainingTokens());
    }

    private static void put(Map<String, Object> into, String name, OptionalDouble value) {
        value.ifPresent(number -> into.put(name, rounded(number)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
