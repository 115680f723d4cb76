package dev.streamux.simulations.atlas;

import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.hop.Delivered;
import dev.streamux.simulations.hop.Departure;
import dev.streamux.simulations.hop.Ended;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.ProbeCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The columns of a row: a behaviour each, in the order to show them, with the same names for every row. */
final class AtlasCells {
    private static final String NOT_MEASURED = "not measured";

    private static final List<ProbeCase> BROKEN = List.of(
            ProbeCase.ORIGIN_RESET,
            ProbeCase.ORIGIN_CUT,
            ProbeCase.ERROR_EVENT,
            ProbeCase.RESET_IN_PREFILL,
            ProbeCase.HTTP2_ORIGIN_RESET,
            ProbeCase.HTTP2_ORIGIN_CUT);

    private static final List<ProbeCase> DEPARTURES = List.of(
            ProbeCase.LEAVE_IN_PREFILL,
            ProbeCase.LEAVE_IN_STREAM,
            ProbeCase.LEAVE_BUFFERED,
            ProbeCase.HTTP2_LEAVE_IN_PREFILL,
            ProbeCase.HTTP2_LEAVE_IN_STREAM);

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final PathReport report;

    private AtlasCells(PathReport report) {
        this.report = report;
    }

    static Map<String, String> of(AtlasRow row) {
        AtlasCells all = new AtlasCells(row.report());
        all.cells.put("route", row.route());
        all.cells.put("purpose", row.purpose());
        all.cells.put("version", row.version());
        all.cells.put("streams", row.streams());
        all.cells.put("verdict", row.verdict());
        all.delivered("identity", ProbeCase.IDENTITY);
        all.delivered("gzip", ProbeCase.GZIP);
        all.delivered("gzip-700B-events", ProbeCase.GZIP_LARGE);
        all.delivered("http2", ProbeCase.HTTP2);
        all.buffered();
        BROKEN.forEach(all::outcome);
        DEPARTURES.forEach(all::departure);
        all.others();
        all.cells.put("fix", fix(row));
        return all.cells;
    }

    private void delivered(String prefix, ProbeCase probe) {
        Optional<Delivered> found = report.delivered(probe);
        put(prefix, found.map(each -> each.finding().title()));
        put(prefix + "-headers-late-ms", found.map(each -> millis(each.headersLate())));
        put(prefix + "-added-first-ms", found.map(each -> millis(each.addedFirst())));
        put(prefix + "-added-median-ms", found.map(each -> millis(each.addedMedian())));
        put(prefix + "-added-worst-ms", found.map(each -> millis(each.addedWorst())));
        put(prefix + "-bursts", found.map(each -> Integer.toString(each.bursts())));
        put(
                prefix + "-largest-burst-share",
                found.map(each -> String.format(Locale.ROOT, "%.2f", each.largestBurstShare())));
    }

    private void buffered() {
        put("buffered-added-ms", report.ending(ProbeCase.BUFFERED).map(ended -> millis(ended.addedMillis())));
    }

    private void outcome(ProbeCase probe) {
        put(probe.word(), report.ending(probe).map(AtlasCells::text));
    }

    private static String text(Ended ended) {
        return ended.outcome().word() + (ended.events() > 0 ? " after " + ended.events() + " events" : "");
    }

    private void departure(ProbeCase probe) {
        put(probe.word(), report.ending(probe).flatMap(Ended::departure).map(AtlasCells::text));
    }

    private static String text(Departure departure) {
        String noticed = departure.noticedNanos().isPresent()
                ? departure.noticedNanos().getAsLong() / 1_000_000 + " ms"
                : "never";
        return noticed + ", wasted " + departure.wastedTokens() + " of " + departure.remainingTokens();
    }

    private void others() {
        cells.put("attempts", Integer.toString(report.attempts()));
        put(
                "silence-3.5s",
                report.ending(ProbeCase.SILENCE)
                        .map(ended -> ended.silenceMillis().isPresent()
                                ? "cut after " + millis(ended.silenceMillis()) + " ms"
                                : "borne"));
        put("queue-p95-ms", report.crowd().map(crowd -> millis(crowd.waitMillis())));
        put("refused-of-60", report.crowd().map(crowd -> Integer.toString(crowd.refused())));
        cells.put("rig-lag-p95-ms", String.format(Locale.ROOT, "%.1f", report.rigLagMillis()));
    }

    private void put(String name, Optional<String> value) {
        cells.put(name, value.orElse(NOT_MEASURED));
    }

    private static String millis(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : NOT_MEASURED;
    }

    private static String fix(AtlasRow row) {
        List<String> fixes = new ArrayList<>();
        row.report()
                .findings()
                .forEach(finding -> fixes.add(Advice.of(finding, row.route()).fix()));
        return fixes.stream().distinct().collect(Collectors.joining(" / "));
    }
}
