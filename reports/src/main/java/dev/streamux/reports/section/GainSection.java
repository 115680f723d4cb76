package dev.streamux.reports.section;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.StreamingGain.Row;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What streaming gained in each arm: its answers as they came, against the same answers shown whole. */
final class GainSection {
    private static final Map<String, String> METRICS = metrics();

    private GainSection() {}

    private static Map<String, String> metrics() {
        Map<String, String> metrics = new LinkedHashMap<>();
        metrics.put("time-to-first-visible-text", "first words earlier by");
        metrics.put("reader-wait", "shorter wait by");
        metrics.put("text-speed-index", "text earlier by (mean)");
        metrics.put("reading-finished", "read to the end earlier by");
        metrics.put("modelled-slow-share", "modelled slow share");
        return metrics;
    }

    static Optional<Section> of(RunReport report) {
        List<List<String>> rows = report.result().arms().stream()
                .filter(arm -> arm.gainFromStreaming().isPresent())
                .map(GainSection::row)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = new ArrayList<>(List.of("arm"));
        headings.addAll(METRICS.values());
        return Optional.of(Section.of(
                "gain",
                "What streaming gained",
                "Each answer as it came, against the same answer shown whole once it was complete. Nothing else differs."
                        + " Streaming takes away waiting, not reading: 0 ms means that the arm gained nothing.",
                Table.numbers("Median of the gains of the answers", headings, rows)));
    }

    private static List<String> row(ArmResult arm) {
        List<String> cells = new ArrayList<>(List.of(arm.name()));
        for (String metric : METRICS.keySet()) {
            cells.add(arm.gainFromStreaming()
                    .flatMap(gain -> gain.row(metric))
                    .map(GainSection::cell)
                    .orElse(Amounts.NONE));
        }
        return cells;
    }

    private static String cell(Row row) {
        return row.unit() == Unit.MILLISECONDS
                ? Amounts.time(row.gain().p50())
                : Amounts.percent(row.streamed().mean()) + " instead of "
                        + Amounts.percent(row.atOnce().mean());
    }
}
