package dev.streamux.cli.analysis;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.PresentationResult;
import dev.streamux.analyzer.result.PresentationResult.Policy;
import dev.streamux.analyzer.result.RunResult;
import java.util.List;
import java.util.Locale;

/** What presentation policies make of the answers of each arm as plain text: medians, a row a policy. */
public final class PresentationTable {
    private static final List<String> COLUMNS = List.of(
            "time-to-first-visible-text",
            "reader-wait",
            "text-speed-index",
            "modelled-slow-share",
            "markdown-churn",
            "stall-count",
            "longest-gap",
            "ui-cost");

    private PresentationTable() {}

    /** The tables of all arms. */
    public static String of(RunResult result) {
        StringBuilder text = new StringBuilder();
        for (ArmResult arm : result.arms()) {
            text.append("arm ").append(arm.name()).append(", as shown");
            if (arm.presentations().isEmpty()) {
                text.append(": no complete answer has its text recorded, or all are too long to be simulated\n\n");
            } else {
                arm(text, arm.presentations().get());
            }
        }
        return text.toString();
    }

    private static void arm(StringBuilder text, PresentationResult shown) {
        text.append(", medians of ").append(shown.answers()).append(" of ").append(shown.of());
        text.append(" answers, times in ms\n");
        text.append(line("policy", List.of("first", "wait", "TSI", "slow", "churn", "stalls", "gap", "UI cost")));
        shown.policies().stream().findFirst().ifPresent(plainest -> text.append(line("on arrival", arrival(plainest))));
        for (Policy policy : shown.policies()) {
            List<String> cells = COLUMNS.stream()
                    .map(id -> policy.row(id)
                            .map(row -> cell(row.unit(), row.visible().p50()))
                            .orElse("-"))
                    .toList();
            text.append(line(policy.id(), cells));
        }
        text.append("  UI cost: the wait as shown less the wait on arrival, for the same reader or listener\n\n");
    }

    private static List<String> arrival(Policy policy) {
        return COLUMNS.stream()
                .map(id -> policy.row(id)
                        .flatMap(row -> row.arrival().map(values -> cell(row.unit(), values.p50())))
                        .orElse("-"))
                .toList();
    }

    private static String cell(Unit unit, double value) {
        return String.format(Locale.ROOT, unit == Unit.RATIO ? "%.3f" : unit == Unit.COUNT ? "%.0f" : "%.1f", value);
    }

    private static String line(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %9s", cell)));
        return line.append('\n').toString();
    }
}
