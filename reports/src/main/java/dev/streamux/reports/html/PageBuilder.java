package dev.streamux.reports.html;

import dev.streamux.reports.RunReport;
import dev.streamux.reports.chart.Filmstrip;
import dev.streamux.reports.chart.VisibleShareChart;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.finding.Headline;
import dev.streamux.reports.text.Overview;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import dev.streamux.trace.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the page: which parts, in which order, with which words. */
final class PageBuilder {
    private PageBuilder() {}

    static Page of(RunReport report) {
        return new Page(
                "streamux: " + Escape.line(report.name()),
                Escape.line(Headline.of(report.result())),
                facts(report),
                warnings(report),
                findings(report),
                filmstrip(report),
                sections(report),
                ReplayData.of(report),
                "{}",
                Assets.load());
    }

    private static List<String> facts(RunReport report) {
        List<String> facts = new ArrayList<>();
        facts.add("run " + Escape.line(report.name()));
        report.manifest()
                .map(RunManifest::startedAt)
                .filter(at -> !at.isEmpty())
                .ifPresent(at -> facts.add(Escape.line(at)));
        long responses = report.result().arms().stream()
                .mapToLong(arm -> arm.responses())
                .sum();
        facts.add(Amounts.count(responses) + (responses == 1 ? " answer" : " answers"));
        int arms = report.result().arms().size();
        facts.add(arms + (arms == 1 ? " arm" : " arms"));
        return facts;
    }

    private static List<String> warnings(RunReport report) {
        List<String> warnings = new ArrayList<>();
        if (!report.result().selfCheck().valid()) {
            report.result()
                    .selfCheck()
                    .reasons()
                    .forEach(reason -> warnings.add("This run cannot be trusted: " + Escape.line(reason)));
        }
        if (report.manifest().isPresent() && !report.manifest().get().complete()) {
            warnings.add(
                    "The run was stopped before its planned end; the numbers are of what was measured until then.");
        }
        return warnings;
    }

    private static List<Finding> findings(RunReport report) {
        return Findings.of(report.result());
    }

    private static Figure filmstrip(RunReport report) {
        return new Figure(
                SvgWriter.inline(Filmstrip.of(report.arms(), report.samples().horizonMillis()), "filmstrip-picture"),
                "Each frame is the answer as it stood at that moment, in the typical response of the arm: the one with"
                        + " the median reader wait. The framed one is the first with text.",
                Optional.empty());
    }

    private static List<Section> sections(RunReport report) {
        List<Section> sections = new ArrayList<>();
        Overview overview = Overview.of(report.result());
        sections.add(Section.of(
                "numbers",
                "The numbers",
                "Medians over complete answers, counted from the moment the question was meant to be sent.",
                new Table("Medians of each arm", overview.headings(), overview.rows())));
        sections.add(Section.of(
                "visible",
                "How the answer fills up",
                "The higher and the further left a curve, the earlier people read. The area above it is the Text Speed"
                        + " Index.",
                new Figure(
                        SvgWriter.inline(
                                VisibleShareChart.of(
                                        report.arms(),
                                        report.samples().horizonMillis(),
                                        report.options().metrics()),
                                "visible-picture"),
                        "Mean over complete answers. A letter stands where its arm's curve runs.",
                        Optional.empty())));
        return sections;
    }
}
