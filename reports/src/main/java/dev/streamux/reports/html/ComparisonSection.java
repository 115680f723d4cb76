package dev.streamux.reports.html;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.reports.chart.IntervalChart;
import dev.streamux.reports.chart.IntervalChart.Axis;
import dev.streamux.reports.chart.IntervalChart.Row;
import dev.streamux.reports.chart.IntervalChart.Span;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Every arm with the baseline: by how much it is later, with the interval and the verdict. */
final class ComparisonSection {
    private static final String PICTURED = "reader-wait";

    /** What a reader feels, and the total; {@code result.json} holds the others. */
    private static final Set<String> TABLED =
            Set.of("reader-wait", "time-to-first-visible-text", "text-speed-index", "time-to-last-token");

    private ComparisonSection() {}

    static Optional<Section> of(RunReport report) {
        List<ComparisonResult> all = report.result().comparisons();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<ComparisonResult> pictured =
                all.stream().filter(one -> one.metric().equals(PICTURED)).toList();
        Table table = Table.prose(
                "What a reader feels, and the total",
                List.of("metric", "arm", "difference", "95 % interval", "n", "verdict", "in words"),
                all.stream()
                        .filter(one -> TABLED.contains(one.metric()))
                        .map(ComparisonSection::cells)
                        .toList());
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

    private static List<String> cells(ComparisonResult one) {
        boolean time = MetricCatalog.find(one.metric())
                .filter(metric -> metric.info().unit() == Unit.MILLISECONDS)
                .isPresent();
        return List.of(
                one.metric(),
                one.candidate(),
                time ? signed(one.shift()) : Amounts.trimmed(one.shift(), 3),
                interval(one.shiftInterval(), time),
                Amounts.count(one.n()) + (one.paired() ? " pairs" : ""),
                one.verdict(),
                one.sentence());
    }

    private static String interval(Bounds bounds, boolean time) {
        if (bounds instanceof Bounds.Interval interval) {
            return time
                    ? signed(interval.low()) + " to " + signed(interval.high())
                    : Amounts.trimmed(interval.low(), 3) + " to " + Amounts.trimmed(interval.high(), 3);
        }
        return bounds instanceof Bounds.Refused refused ? "none: " + refused.reason() : Amounts.NONE;
    }

    private static String signed(double millis) {
        return (millis > 0 ? "+" : millis < 0 ? "−" : "") + Amounts.time(Math.abs(millis));
    }
}
