package dev.streamux.simulations.atlas;

import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.hop.Delivered;
import dev.streamux.simulations.hop.Departure;
import dev.streamux.simulations.hop.ProbeCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The rows as text: CSV for programs, Markdown for documents, HTML for people. */
public final class AtlasTable {
    private final List<AtlasRow> rows;
    private final String title;

    /**
     * A table.
     *
     * @param title names date and machine
     */
    public AtlasTable(List<AtlasRow> rows, String title) {
        this.rows = List.copyOf(rows);
        this.title = title;
    }

    /** One line a row, one column a behaviour, with a header line; fields are quoted as RFC 4180 says. */
    public String csv() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder csv =
                new StringBuilder(line(cells(rows.get(0)).keySet().stream().toList()));
        rows.forEach(row -> csv.append(line(List.copyOf(cells(row).values()))));
        return csv.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** The columns that a reader of a document wants. */
    public String markdown() {
        List<String> columns = List.of("route", "version", "streams", "verdict");
        StringBuilder text = new StringBuilder("| " + String.join(" | ", columns) + " |\n|---|---|---|---|\n");
        for (AtlasRow row : rows) {
            Map<String, String> cells = cells(row);
            text.append(columns.stream()
                            .map(column -> cells.getOrDefault(column, "").replace("|", "\\|"))
                            .collect(Collectors.joining(" | ", "| ", " |")))
                    .append('\n');
        }
        return text.toString();
    }

    /** A page that stands alone. */
    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>");
        page.append(escaped(title)).append("</title><style>");
        page.append("body{font:14px system-ui;margin:2em}table{border-collapse:collapse}");
        page.append("td,th{border:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top}");
        page.append("th{position:sticky;top:0;background:#eee}.yes{background:#d8f0d8}.no{background:#f6d0d0}");
        page.append(".not-with-gzip{background:#f8ecc8}</style><h1>Can I stream through it?</h1><p>");
        page.append(escaped(title)).append("</p><div style=overflow-x:auto><table>");
        if (!rows.isEmpty()) {
            page.append("<thead><tr>");
            cells(rows.get(0)).keySet().forEach(name -> page.append("<th>").append(escaped(name)));
            page.append("</thead>");
        }
        for (AtlasRow row : rows) {
            page.append("<tr>");
            cells(row)
                    .forEach((name, value) -> page.append(
                                    "streams".equals(name)
                                            ? "<td class=\"" + escaped(value.replace(' ', '-')) + "\">"
                                            : "<td>")
                            .append(escaped(value)));
        }
        return page.append("</table></div></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Map<String, String> cells(AtlasRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("route", row.route());
        cells.put("purpose", row.purpose());
        cells.put("version", row.version());
        cells.put("streams", row.streams());
        cells.put("verdict", row.verdict());
        delivered(cells, "identity", row.report().identity());
        delivered(cells, "gzip", row.report().gzip());
        delivered(cells, "gzip-700B-events", row.report().gzipLarge());
        cells.put(
                "http2",
                row.report().http2().map(found -> found.finding().title()).orElse("not measured"));
        cells.put("origin-reset", row.report().originReset().word());
        cells.put("origin-close", row.report().originCut().word());
        cells.put("error-event", row.report().errorEvent().word());
        for (ProbeCase probe :
                List.of(ProbeCase.LEAVE_IN_PREFILL, ProbeCase.LEAVE_IN_STREAM, ProbeCase.LEAVE_BUFFERED)) {
            Departure departure = row.report().departures().get(probe);
            cells.put(probe.word(), departure == null ? "not measured" : text(departure));
        }
        cells.put("attempts", Integer.toString(row.report().attempts()));
        cells.put(
                "silence-3.5s",
                row.report().silenceMillis().isPresent()
                        ? "cut after " + millis(row.report().silenceMillis())
                        : "borne");
        cells.put("queue-p95-ms", millis(row.report().queueMillis()));
        cells.put(
                "rig-lag-p95-ms",
                String.format(Locale.ROOT, "%.1f", row.report().rigLagMillis()));
        cells.put("fix", fix(row));
        return cells;
    }

    private static void delivered(Map<String, String> cells, String prefix, Delivered delivered) {
        cells.put(prefix, delivered.finding().title());
        cells.put(prefix + "-headers-late-ms", millis(delivered.headersLate()));
        cells.put(prefix + "-added-first-ms", millis(delivered.addedFirst()));
        cells.put(prefix + "-added-median-ms", millis(delivered.addedMedian()));
        cells.put(prefix + "-added-worst-ms", millis(delivered.addedWorst()));
        cells.put(prefix + "-bursts", Integer.toString(delivered.bursts()));
        cells.put(prefix + "-largest-burst-share", String.format(Locale.ROOT, "%.2f", delivered.largestBurstShare()));
    }

    private static String text(Departure departure) {
        String noticed = departure.noticedNanos().isPresent()
                ? departure.noticedNanos().getAsLong() / 1_000_000 + " ms"
                : "never";
        return noticed + ", wasted " + departure.wastedTokens() + " of " + departure.remainingTokens();
    }

    private static String millis(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "not measured";
    }

    private static String fix(AtlasRow row) {
        List<String> fixes = new ArrayList<>();
        row.report()
                .findings()
                .forEach(finding -> fixes.add(Advice.of(finding, row.route()).fix()));
        return fixes.stream().distinct().collect(Collectors.joining(" / "));
    }
}
