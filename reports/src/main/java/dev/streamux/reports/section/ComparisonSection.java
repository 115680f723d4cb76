package dev.streamux.reports.section;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.reports.chart.IntervalChart;
import dev.streamux.reports.chart.IntervalChart.Axis;
import dev.streamux.reports.chart.IntervalChart.Row;
import dev.streamux.reports.chart.IntervalChart.Span;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Every arm with the baseline: by how much it is later, with the interval and the verdict. */
final class ComparisonSection {
    private static final String PICTURED = "reader-wait";

    /** What a reader feels, and the total; {@code result.json} holds the others. */
    private static final List<String> TABLED =
            List.of("reader-wait", "time-to-first-visible-text", "text-speed-index", "time-to-last-token");

    private ComparisonSection() {}

    static Optional<Section> of(RunReport report) {
        List<ComparisonResult> all = report.result().comparisons();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<ComparisonResult> pictured =
                all.stream().filter(one -> one.metric().equals(PICTURED)).toList();
        Table table = table(all);
        String baseline = all.get(0).baseline();
        String paragraph = "The baseline is " + baseline
                + ". Each difference is the Hodges–Lehmann shift: the median of" + " the differences between answers.";
        if (pictured.isEmpty()) {
            return Optional.of(Section.of("comparison", "Against the baseline", paragraph, table));
        }
        Figure figure = new Figure(
                SvgWriter.inline(picture(pictured), "comparison-picture"),
                "By how much longer the reader waits than with the baseline, which is the line.",
                Optional.of(table));
        return Optional.of(Section.of("comparison", "Against the baseline", paragraph, figure));
    }

    private static Drawing picture(List<ComparisonResult> comparisons) {
        List<Row> rows = comparisons.stream().map(ComparisonSection::row).toList();
        double low =
                rows.stream().flatMapToDouble(ComparisonSection::ends).min().orElse(0);
        double high =
                rows.stream().flatMapToDouble(ComparisonSection::ends).max().orElse(1);
        double margin = Math.max(1, (Math.max(0, high) - Math.min(0, low)) * 0.05);
        return IntervalChart.of(
                "Reader wait against the baseline",
                rows,
                new Axis(
                        "change of the reader wait, in seconds",
                        Math.min(0, low) - margin,
                        Math.max(0, high) + margin,
                        Amounts::seconds,
                        OptionalDouble.of(0)));
    }

    private static DoubleStream ends(Row row) {
        return DoubleStream.concat(
                DoubleStream.of(row.value()),
                row.inner().stream().flatMapToDouble(span -> DoubleStream.of(span.low(), span.high())));
    }

    private static Row row(ComparisonResult one) {
        Optional<Span> span = one.shiftInterval()
                .interval()
                .filter(interval -> Double.isFinite(interval.low()) && Double.isFinite(interval.high()))
                .map(interval -> new Span(interval.low(), interval.high()));
        return new Row(
                one.candidate(),
                one.shift(),
                span,
                Optional.empty(),
                signed(one.shift()) + ", " + one.verdict(),
                ink(one));
    }

    private static Ink ink(ComparisonResult one) {
        return switch (one.verdict()) {
            case "slower", "worse" -> Ink.BAD;
            case "faster", "better" -> Ink.GOOD;
            default -> Ink.MUTED;
        };
    }

    /** A row for each arm; what a reader feels, and the total, side by side. */
    private static Table table(List<ComparisonResult> all) {
        List<String> headings = new ArrayList<>(List.of("arm", "n"));
        TABLED.forEach(id -> headings.add(
                MetricCatalog.find(id).map(metric -> metric.info().label()).orElse(id)));
        Map<String, List<ComparisonResult>> byArm =
                all.stream().collect(groupingBy(ComparisonResult::candidate, LinkedHashMap::new, toList()));
        List<List<String>> rows = byArm.entrySet().stream()
                .map(entry -> cells(entry.getKey(), entry.getValue()))
                .toList();
        return Table.numbers("Difference, its 95 % interval, and the verdict", headings, rows);
    }

    private static List<String> cells(String arm, List<ComparisonResult> comparisons) {
        ComparisonResult any = comparisons.get(0);
        List<String> cells = new ArrayList<>(List.of(arm, Amounts.count(any.n()) + (any.paired() ? " pairs" : "")));
        for (String id : TABLED) {
            cells.add(comparisons.stream()
                    .filter(one -> one.metric().equals(id))
                    .map(ComparisonSection::cell)
                    .findFirst()
                    .orElse(Amounts.NONE));
        }
        return cells;
    }

    private static String cell(ComparisonResult one) {
        Bounds bounds = one.shiftInterval();
        String interval = bounds instanceof Bounds.Interval known
                ? signed(known.low()) + " to " + signed(known.high())
                : "no interval: " + ((Bounds.Refused) bounds).reason();
        return signed(one.shift()) + " (" + interval + "), " + one.verdict();
    }

    private static String signed(double millis) {
        return (millis > 0 ? "+" : millis < 0 ? "−" : "") + Amounts.time(Math.abs(millis));
    }
}
