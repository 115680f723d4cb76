package dev.streamux.reports.section;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.PresentationResult;
import dev.streamux.analyzer.result.PresentationResult.Policy;
import dev.streamux.reports.finding.Reference;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an interface makes of the same arrivals, by the way in which it shows them. */
final class PresentationSection {
    private static final List<String> METRICS =
            List.of("time-to-first-visible-text", "reader-wait", "text-speed-index", "longest-gap");

    private PresentationSection() {}

    /** The ways with the answers of the first arm that streams; empty if none does or no text was recorded. */
    static Optional<Section> of(RunReport report) {
        return Reference.streamed(report.result())
                .flatMap(arm -> arm.presentations().map(presentations -> section(arm, presentations)));
    }

    private static Section section(ArmResult arm, PresentationResult presentations) {
        List<List<String>> rows =
                presentations.policies().stream().map(PresentationSection::row).toList();
        return Section.of(
                "presentations",
                "What the interface makes of it",
                "How a page shows the text can take away what the network gave. These are "
                        + Amounts.count(presentations.answers())
                        + " of the " + Amounts.count(presentations.of())
                        + " answers of " + arm.name()
                        + ", the same arrivals each time. result.json has the other arms.",
                Table.numbers(
                        "Medians by the way of showing",
                        List.of("way of showing", "first words", "reader wait", "Text Speed Index", "longest gap"),
                        rows));
    }

    private static List<String> row(Policy policy) {
        List<String> cells = new ArrayList<>(List.of(policy.label()));
        METRICS.forEach(metric -> cells.add(
                policy.row(metric).map(row -> Amounts.time(row.visible().p50())).orElse(Amounts.NONE)));
        return cells;
    }
}
