package dev.streamux.reports.section;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.reports.chart.Filmstrip;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.chart.StallChart;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.sample.ArmSample.Start;
import dev.streamux.reports.sample.Levels;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The numbers behind the pictures that show single answers: for who cannot see a picture, and for who wants to check it. */
public final class PictureTables {
    private static final int STRETCHES = 10;

    private PictureTables() {}

    /** The share of the typical answer that is visible at the moment of each frame. */
    public static Table filmstrip(RunReport report) {
        List<Double> moments = Filmstrip.moments(report.samples().horizonMillis());
        List<List<String>> rows = new ArrayList<>();
        for (ReportedArm arm : report.arms()) {
            List<String> row = new ArrayList<>(List.of(arm.name()));
            Optional<Specimen> typical = arm.sample().typical();
            moments.forEach(moment -> row.add(
                    typical.map(one -> Amounts.percent(one.shareAt(moment))).orElse(Amounts.NONE)));
            rows.add(row);
        }
        return Table.numbers("Visible share of the typical answer at each moment", headings("", moments), rows);
    }

    /** The share of the text that arrived since the moment before, as a mean over the rows of the heat map. */
    static Table arrivals(RunReport report) {
        List<Double> moments = Filmstrip.moments(report.samples().horizonMillis());
        List<List<String>> rows = new ArrayList<>();
        for (ReportedArm arm : report.arms()) {
            List<String> row = new ArrayList<>(List.of(arm.name()));
            List<Specimen> answers = arm.sample().rows();
            double before = 0;
            for (double moment : moments) {
                double share = answers.stream()
                        .mapToDouble(one -> one.shareAt(moment))
                        .average()
                        .orElse(0);
                row.add(answers.isEmpty() ? Amounts.NONE : Amounts.percent(share - before));
                before = share;
            }
            rows.add(row);
        }
        return Table.numbers(
                "Share of the text that came in each stretch of time, mean of the rows shown",
                headings("to ", moments),
                rows);
    }

    private static List<String> headings(String before, List<Double> moments) {
        List<String> headings = new ArrayList<>(List.of("arm"));
        moments.forEach(moment -> headings.add(before + Amounts.time(moment)));
        return headings;
    }

    /** The silences of the answer with the longest wait. */
    static Table silences(RunReport report, double stallMillis) {
        List<List<String>> rows = new ArrayList<>();
        for (ReportedArm arm : report.arms()) {
            List<Double> ends = arm.sample()
                    .worst()
                    .map(worst -> StallChart.silences(worst.curve(), stallMillis))
                    .orElse(List.of());
            double longest = 0;
            double together = 0;
            for (int i = 2; i < ends.size(); i += 2) {
                longest = Math.max(longest, ends.get(i + 1) - ends.get(i));
                together += ends.get(i + 1) - ends.get(i);
            }
            rows.add(
                    ends.isEmpty()
                            ? List.of(arm.name(), Amounts.NONE, Amounts.NONE, Amounts.NONE, Amounts.NONE)
                            : List.of(
                                    arm.name(),
                                    Amounts.time(ends.get(1)),
                                    Amounts.count(ends.size() / 2 - 1),
                                    Amounts.time(longest),
                                    Amounts.time(together)));
        }
        return Table.numbers(
                "The answer with the longest wait",
                List.of("arm", "first words", "stalls", "longest stall", "all stalls together"),
                rows);
    }

    /** The run in ten equal stretches: what started, how much was under way, how it went. */
    static Table load(RunReport report) {
        List<Start> starts = report.arms().stream()
                .flatMap(arm -> arm.sample().starts().stream())
                .toList();
        double end = starts.stream().mapToDouble(Start::endMillis).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < STRETCHES && end > 0; i++) {
            double from = end * i / STRETCHES;
            double to = end * (i + 1) / STRETCHES;
            Predicate<Start> within = start -> start.startMillis() >= from && start.startMillis() < to;
            List<Double> firsts = starts.stream()
                    .filter(within.and(Start::complete))
                    .map(Start::firstTextMillis)
                    .sorted()
                    .toList();
            rows.add(List.of(
                    Amounts.time(from),
                    Amounts.count(starts.stream().filter(within).count()),
                    Amounts.count(starts.stream()
                            .filter(start -> start.startMillis() <= from && start.endMillis() > from)
                            .count()),
                    firsts.isEmpty() ? Amounts.NONE : Amounts.time(firsts.get((firsts.size() - 1) / 2)),
                    Amounts.count(starts.stream()
                            .filter(within.and(start -> !start.complete()))
                            .count())));
        }
        return Table.numbers(
                "The run in ten equal stretches",
                List.of(
                        "from",
                        "answers started",
                        "under way at its start",
                        "median first words",
                        "started and not completed"),
                rows);
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

    /** The first text of complete answers at each level of load. */
    static Table levels(RunReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (ReportedArm arm : report.arms()) {
            Levels.of(arm.sample().starts())
                    .forEach((level, sorted) -> rows.add(List.of(
                            arm.name(),
                            Amounts.count(level),
                            Amounts.count(sorted.size()),
                            Amounts.time(sorted.get((sorted.size() - 1) / 2)),
                            Amounts.time(sorted.get((int) Math.ceil((sorted.size() - 1) * 0.9))),
                            Amounts.time(sorted.get(sorted.size() - 1)))));
        }
        return Table.numbers(
                "Time to the first visible text by load",
                List.of("arm", "users at a time", "n", "median", "nine of ten", "longest"),
                rows);
    }
}
