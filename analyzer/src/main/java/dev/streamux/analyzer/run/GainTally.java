package dev.streamux.analyzer.run;

import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.metric.gain.Counterfactual;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.analyzer.result.StreamingGain;
import dev.streamux.analyzer.result.StreamingGain.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects what the answers of one arm would be, shown whole; bounded memory. Not thread-safe. */
final class GainTally {
    private final MetricTally finished = new MetricTally(Unit.MILLISECONDS);
    private final MetricTally slowShare = new MetricTally(Unit.RATIO);

    /** Adds a complete answer with text. */
    void add(ObservedResponse response) {
        response.reading().ifPresent(reading -> {
            finished.add(Counterfactual.finishedNanos(response, reading) / 1e6);
            slowShare.add(Counterfactual.slowShare(response));
        });
    }

    /** The gain of the arm, whose metrics are in {@code measured}; empty without an answer. */
    Optional<StreamingGain> result(Map<String, MetricSummary> measured, double confidence) {
        MetricSummary last = at(measured, "time-to-last-token");
        Map<String, Row> rows = new LinkedHashMap<>();
        put(rows, measured, "time-to-first-visible-text", last, "gain-first-visible-text");
        put(rows, measured, "reader-wait", last, "gain-reader-wait");
        put(rows, measured, "text-speed-index", last, "gain-text-speed-index");
        put(rows, measured, "reading-finished", finished.summary(confidence), "gain-reading-finished");
        put(rows, measured, "modelled-slow-share", slowShare.summary(confidence), "gain-slow-share");
        return rows.isEmpty() ? Optional.empty() : Optional.of(new StreamingGain(last.n(), rows));
    }

    private static void put(
            Map<String, Row> rows, Map<String, MetricSummary> measured, String id, MetricSummary atOnce, String gain) {
        Row.of(at(measured, id), atOnce, at(measured, gain)).ifPresent(row -> rows.put(id, row));
    }

    private static MetricSummary at(Map<String, MetricSummary> measured, String id) {
        MetricSummary summary = measured.get(id);
        if (summary == null) {
            throw new IllegalStateException("the catalogue has no metric \"" + id + "\"");
        }
        return summary;
    }
}
