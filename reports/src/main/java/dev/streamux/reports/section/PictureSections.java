package dev.streamux.reports.section;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.reports.chart.HeatMap;
import dev.streamux.reports.chart.LoadChart;
import dev.streamux.reports.chart.StallChart;
import dev.streamux.reports.chart.VisibleShareChart;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.Overview;
import dev.streamux.reports.words.Amounts;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the page that show what happened. */
public final class PictureSections {
    private PictureSections() {}

    /** From the numbers to the load; no picture where no answer was completed, nothing for a run without arms. */
    public static List<Section> of(RunReport report) {
        List<Section> sections = new ArrayList<>();
        if (report.arms().isEmpty()) {
            return sections;
        }
        sections.add(numbers(report));
        if (!report.isAnswered()) {
            sections.add(endings(report));
            RoutesSection.of(report).ifPresent(sections::add);
            GateSection.of(report).ifPresent(sections::add);
            return sections;
        }
        sections.add(visible(report));
        sections.add(DistributionSection.of(report));
        sections.add(arrivals(report));
        sections.add(stalls(report));
        GainSection.of(report).ifPresent(sections::add);
        PresentationSection.of(report).ifPresent(sections::add);
        SlowShareSection.of(report).ifPresent(sections::add);
        ComparisonSection.of(report).ifPresent(sections::add);
        RoutesSection.of(report).ifPresent(sections::add);
        GateSection.of(report).ifPresent(sections::add);
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
                report.options().metrics(),
                DistributionSection.limits(report, "time-to-first-visible-text"));
        return Section.of(
                "visible",
                "How the answer fills up",
                "The higher and the further left a curve, the earlier people read. The area above it is the Text Speed"
                        + " Index: the mean time at which a character became visible.",
                figure(
                        drawing,
                        "visible-picture",
                        "Mean over complete answers. A letter stands where its arm's curve runs.",
                        Optional.of(PictureTables.statistics(report, "text-speed-index"))));
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

    private static Section endings(RunReport report) {
        return Section.of("stalls", "Interruptions", "An answer that did not complete is counted here.", ended(report));
    }

    private static Section stalls(RunReport report) {
        double limit = report.options().metrics().stallNanos() / 1e6;
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
                List.of(ended(report)));
    }

    private static Table ended(RunReport report) {
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
        return Table.numbers("How the answers ended", headings, rows);
    }
}
