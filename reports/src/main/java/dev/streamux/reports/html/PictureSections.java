package dev.streamux.reports.html;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.reports.chart.DistributionChart;
import dev.streamux.reports.chart.HeatMap;
import dev.streamux.reports.chart.LoadChart;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.chart.StallChart;
import dev.streamux.reports.chart.VisibleShareChart;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.Overview;
import dev.streamux.reports.words.Amounts;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the page that show what happened. */
final class PictureSections {
    private PictureSections() {}

    static List<Section> of(RunReport report) {
        List<Section> sections = new ArrayList<>();
        if (report.arms().isEmpty()) {
            return sections;
        }
        sections.add(numbers(report));
        sections.add(visible(report));
        sections.add(distributions(report));
        sections.add(arrivals(report));
        sections.add(stalls(report));
        SlowShareSection.of(report).ifPresent(sections::add);
        ComparisonSection.of(report).ifPresent(sections::add);
        sections.add(Section.of(
                "load",
                "The run over time",
                "Whether the answers got slower while the run went on, or while more of them were under way.",
                figure(
                        LoadChart.of(report.arms()),
                        "load-picture",
                        "Each dot is an answer at its intended start. A rising cloud is a system that falls behind.",
                        Optional.of(PictureTables.load(report)))));
        return sections;
    }

    private static Figure figure(Drawing drawing, String id, String caption, Optional<Table> data) {
        return new Figure(SvgWriter.inline(drawing, id), caption, data);
    }

    private static Section numbers(RunReport report) {
        Overview overview = Overview.of(report.result());
        return Section.of(
                "numbers",
                "The numbers",
                "Medians over complete answers, counted from the moment the question was meant to be sent.",
                Table.numbers("Medians of each arm", overview.headings(), overview.rows()));
    }

    private static Section visible(RunReport report) {
        Drawing drawing = VisibleShareChart.of(
                report.arms(),
                report.samples().horizonMillis(),
                report.options().metrics());
        return Section.of(
                "visible",
                "How the answer fills up",
                "The higher and the further left a curve, the earlier people read. The area above it is the Text Speed"
                        + " Index: the mean time at which a character became visible.",
                figure(
                        drawing,
                        "visible-picture",
                        "Mean over complete answers. A letter stands where its arm's curve runs.",
                        Optional.of(statistics(report, "text-speed-index"))));
    }

    private static Section distributions(RunReport report) {
        List<ReportedArm> arms = report.arms();
        Drawing first = DistributionChart.usual(
                        "Time to the first visible text: share of answers that had it by then",
                        "time to first visible text",
                        arm -> arm.sample().firstTextMillis())
                .of(arms);
        Drawing wait = DistributionChart.rare(
                        "Reader wait: share of answers whose readers waited longer",
                        "reader wait; the share of answers above it, the rarest at the foot",
                        arm -> arm.sample().readerWaitMillis())
                .of(arms);
        Drawing gaps = DistributionChart.rare(
                        "Gaps between pieces of text: share of gaps that were longer",
                        "gap between two pieces of text; the share of gaps above it",
                        arm -> arm.sample().gapMillis())
                .of(arms);
        return new Section(
                "distributions",
                "Not only the median",
                List.of("An average hides whoever waits longest. Each curve runs over all answers, or all gaps, of its"
                        + " arm; the tables state how many there are and where the true median lies with 95 %"
                        + " confidence."),
                List.of(
                        figure(
                                first,
                                "first-picture",
                                "Time to the first visible text.",
                                Optional.of(statistics(report, "time-to-first-visible-text"))),
                        figure(
                                wait,
                                "wait-picture",
                                "Reader wait: all the time in which a reader has nothing new to read.",
                                Optional.of(statistics(report, "reader-wait"))),
                        figure(
                                gaps,
                                "gaps-picture",
                                "Gaps between pieces of text. Below 50 ms nobody notices one, below 200 ms text reads"
                                        + " as fluent, above a second it stalls.",
                                Optional.of(statistics(report, "inter-chunk-latency")))),
                Optional.empty());
    }

    private static Section arrivals(RunReport report) {
        int shown = report.samples().arms().stream()
                .mapToInt(arm -> arm.rows().size())
                .sum();
        long complete =
                report.result().arms().stream().mapToLong(ArmResult::complete).sum();
        String which = shown < complete
                ? Amounts.count(shown) + " of " + Amounts.count(complete) + " complete answers, evenly chosen from the"
                        + " earliest first words to the latest."
                : "Every complete answer is a row, from the earliest first words to the latest.";
        return Section.of(
                "arrivals",
                "When the text arrived",
                "An even band is a stream. Stripes are a buffer that fills or a timer that fires; one strong cell at the"
                        + " end is an answer that was kept back whole.",
                figure(
                        HeatMap.of(report.arms(), report.samples().horizonMillis()),
                        "arrivals-picture",
                        "The stronger a cell stands out, the more text came in that moment. " + which,
                        Optional.of(PictureTables.arrivals(report))));
    }

    private static Section stalls(RunReport report) {
        double limit = report.options().metrics().stallNanos() / 1e6;
        List<String> headings = new ArrayList<>(List.of("arm"));
        List<Outcome> seen = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (report.result().arms().stream().anyMatch(arm -> arm.outcomes().getOrDefault(outcome, 0L) > 0)) {
                seen.add(outcome);
                headings.add(outcome.word());
            }
        }
        headings.add("stalls an answer, mean");
        List<List<String>> rows = new ArrayList<>();
        for (ArmResult arm : report.result().arms()) {
            List<String> row = new ArrayList<>(List.of(arm.name()));
            seen.forEach(outcome -> row.add(Amounts.count(arm.outcomes().getOrDefault(outcome, 0L))));
            var stalls = arm.statistic("stall-count", "mean");
            row.add(stalls.isPresent() ? Amounts.trimmed(stalls.getAsDouble(), 2) : Amounts.NONE);
            rows.add(row);
        }
        return new Section(
                "stalls",
                "Silences and interruptions",
                List.of("A stall is a gap of more than " + Amounts.time(limit) + ". An answer that did not complete is"
                        + " counted here and in no other number."),
                List.of(figure(
                        StallChart.of(report.arms(), limit),
                        "stalls-picture",
                        "The answer of each arm with the longest wait. Grey: before the first words. Coloured: a stall.",
                        Optional.of(PictureTables.silences(report, limit)))),
                Optional.of(Table.numbers("How the answers ended", headings, rows)));
    }

    /** The statistics of one metric, a row for each arm. */
    static Table statistics(RunReport report, String metric) {
        List<List<String>> rows = report.result().arms().stream()
                .map(arm -> statistics(arm, metric))
                .toList();
        return Table.numbers(
                metric, List.of("arm", "n", "mean", "p50", "95 % interval of p50", "p90", "p99", "max"), rows);
    }

    private static List<String> statistics(ArmResult arm, String metric) {
        MetricSummary summary = arm.metrics().get(metric);
        List<String> row = new ArrayList<>(List.of(arm.name()));
        row.add(summary == null ? "0" : Amounts.count(summary.n()));
        row.add(Amounts.time(arm.statistic(metric, "mean")));
        row.add(Amounts.time(arm.statistic(metric, "p50")));
        row.add(summary == null ? Amounts.NONE : Intervals.words(summary.ci().get("p50")));
        for (String statistic : List.of("p90", "p99", "max")) {
            row.add(Amounts.time(arm.statistic(metric, statistic)));
        }
        return row;
    }
}
