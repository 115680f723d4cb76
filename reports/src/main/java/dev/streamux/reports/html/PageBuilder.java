package dev.streamux.reports.html;

import dev.streamux.reports.chart.Filmstrip;
import dev.streamux.reports.chart.Legend;
import dev.streamux.reports.drawing.SvgWriter;
import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.page.Figure;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.section.EvidenceSections;
import dev.streamux.reports.section.PictureSections;
import dev.streamux.reports.section.PictureTables;
import dev.streamux.reports.text.SummaryCsv;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import dev.streamux.trace.run.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the page: which parts, in which order, with which words. */
final class PageBuilder {
    private PageBuilder() {}

    static Page of(RunReport report) {
        return new Page(
                "streamux: " + Escape.line(report.name()),
                Escape.line(report.headline()),
                facts(report),
                warnings(report),
                findings(report),
                filmstrip(report),
                sections(report),
                replayNote(report),
                ReplayData.of(report),
                SummaryCsv.packed(report.result()),
                SvgWriter.definitions(Legend.stamps(report.arms())),
                report.gatling(),
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
        long lost = report.result().lostResponses();
        if (lost > 0) {
            warnings.add(
                    "The trace ends in the middle: " + Amounts.count(lost) + " of its responses could not be read.");
        }
        report.annex().remarks().forEach(remark -> warnings.add(Escape.line(remark)));
        return warnings;
    }

    private static List<Finding> findings(RunReport report) {
        return Findings.of(report.result(), report.annex().routes());
    }

    private static Optional<Figure> filmstrip(RunReport report) {
        if (!report.isAnswered()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                SvgWriter.inline(Filmstrip.of(report.arms(), report.samples().horizonMillis()), "filmstrip-picture"),
                "Each frame is the answer as it stood at that moment." + typical(report)
                        + " The framed one is the first with text.",
                Optional.of(PictureTables.filmstrip(report))));
    }

    private static String typical(RunReport report) {
        return report.samples()
                .question()
                .map(seed -> " All arms answer the same question (seed " + Escape.line(seed)
                        + "), the one whose answers are nearest to the median reader wait of their arms.")
                .orElse(" It is the typical answer of the arm, the one with the median reader wait.");
    }

    private static String replayNote(RunReport report) {
        String question = report.samples()
                .question()
                .map(seed -> "typical: the same question (seed " + Escape.line(seed) + ") in every arm")
                .orElse("typical: the answer with the median reader wait of its arm");
        return question + "; longest wait: the answer of each arm whose reader waits longest, unless that is within 5 %"
                + " of the median.";
    }

    private static List<Section> sections(RunReport report) {
        List<Section> sections = new ArrayList<>(PictureSections.of(report));
        sections.addAll(EvidenceSections.of(report));
        return sections;
    }
}
