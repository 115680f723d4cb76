package dev.streamux.reports.section;

import dev.streamux.reports.annex.GateEvidence;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the gate said of the run, if it was asked. */
final class GateSection {
    private GateSection() {}

    static Optional<Section> of(RunReport report) {
        return report.annex().gate().map(GateSection::section);
    }

    private static Section section(GateEvidence gate) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("From gate.json in the run directory. Rules are judged by the bounds of an interval and not by"
                + " single values, so too few answers are inconclusive and not a pass.");
        paragraphs.addAll(gate.remarks());
        return new Section(
                "gate",
                "What the gate says: " + sign(gate.verdict()),
                paragraphs,
                List.of(),
                List.of(Table.prose("Every rule", List.of("rule", "arm", "verdict", "why"), rows(gate))));
    }

    private static List<List<String>> rows(GateEvidence gate) {
        return gate.rules().stream()
                .map(rule -> List.of(rule.text(), rule.arm(), sign(rule.verdict()), rule.message()))
                .toList();
    }

    private static String sign(String verdict) {
        return switch (verdict) {
            case "pass" -> "✓ pass";
            case "fail" -> "✕ fail";
            case "inconclusive" -> "? inconclusive";
            default -> "? not known";
        };
    }
}
