package dev.streamux.reports.section;

import dev.streamux.reports.chart.DistributionChart;
import dev.streamux.reports.chart.Limit;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.chart.RidgeChart;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How times are spread over answers, over gaps, and over levels of load. */
final class DistributionSection {
    private static final String FIRST = "time-to-first-visible-text";
    private static final String WAIT = "reader-wait";
    private static final String GAP = "inter-chunk-latency";

    private DistributionSection() {}

    static Section of(RunReport report) {
        List<ReportedArm> arms = report.arms();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(
                report,
                FIRST,
                DistributionChart.usual(
                        "Time to the first visible text: share of answers that had it by then",
                        "time to first visible text",
                        arm -> arm.sample().firstTextMillis()),
                "Time to the first visible text."));
        RidgeChart.of(arms).ifPresent(ridges -> figures.add(ridges(report, ridges)));
        figures.add(figure(
                report,
                WAIT,
                DistributionChart.rare(
                        "Reader wait: share of answers whose readers waited longer",
                        "reader wait; the share of answers above it, the rarest at the foot",
                        arm -> arm.sample().readerWaitMillis()),
                "Reader wait: all the time in which a reader has nothing new to read."));
        figures.add(figure(
                report,
                GAP,
                DistributionChart.rare(
                        "Gaps between pieces of text: share of gaps that were longer",
                        "gap between two pieces of text; the share of gaps above it",
                        arm -> arm.sample().gapMillis()),
                "Gaps between pieces of text. Below 50 ms nobody notices one, below 200 ms text reads as fluent, above a"
                        + " second it stalls."));
        return new Section(
                "distributions",
                "Not only the median",
                List.of("An average hides whoever waits longest. Each curve runs over all answers, or all gaps, of its"
                        + " arm; the tables state how many there are and where the true median lies with 95 %"
                        + " confidence."),
                figures,
                List.of());
    }

    private static Figure figure(RunReport report, String metric, DistributionChart chart, String caption) {
        String id = metric.equals(FIRST) ? "first-picture" : metric.equals(WAIT) ? "wait-picture" : "gaps-picture";
        return new Figure(
                SvgWriter.inline(chart.with(limits(report, metric)).of(report.arms()), id),
                caption,
                Optional.of(PictureTables.statistics(report, metric)));
    }

    private static Figure ridges(RunReport report, Drawing ridges) {
        return new Figure(
                SvgWriter.inline(ridges, "ridges-picture"),
                "Time to the first visible text, a row for each number of users at a time. Ridges that move to the right"
                        + " or spread out on the way down are a system near its limit.",
                Optional.of(PictureTables.levels(report)));
    }

    /** What the gate wants of a metric, as lines to hold its curves against. */
    static List<Limit> limits(RunReport report, String metric) {
        return report.annex().limits(metric).stream()
                .map(limit -> new Limit(
                        limit.millis(),
                        "gate: " + Escape.line(limit.statistic()) + " within " + Amounts.time(limit.millis())))
                .toList();
    }
}
