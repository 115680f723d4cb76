package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.Evidence;
import dev.streamux.analyzer.gate.GateVerdict;
import dev.streamux.analyzer.gate.NoiseFloor;
import dev.streamux.analyzer.gate.Numbers;
import dev.streamux.analyzer.gate.RuleOutcome;
import dev.streamux.analyzer.gate.run.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * {@code summary.md}: for a step summary or a comment on a change, below {@value #MOST_BYTES} bytes.
 *
 * <p>Failures come first; what does not fit is counted, never left out in silence.
 */
public final class MarkdownSummary {
    /** A comment on GitHub takes 64 KiB; the rest is for whatever the user writes around it. */
    public static final int MOST_BYTES = 60_000;

    private static final int MOST_OF_A_MESSAGE = 600;
    // Room for the lines after the table.
    private static final int TABLE_BYTES = 45_000;

    private MarkdownSummary() {}

    /** The text of the file. */
    public static String of(GateReport report) {
        StringBuilder text = new StringBuilder();
        GateVerdict verdict = report.result().verdict();
        text.append("## streamux gate: ")
                .append(verdict.name())
                .append("\n\n")
                .append(Untrusted.markdown(Untrusted.shortened(report.run(), MOST_OF_A_MESSAGE)));
        report.baseline()
                .ifPresent(baseline -> text.append(" against ")
                        .append(Untrusted.markdown(Untrusted.shortened(baseline, MOST_OF_A_MESSAGE))));
        text.append("\n\n");
        if (!report.result().selfCheck().valid()) {
            text.append("**This run cannot be trusted:** ");
            text.append(line(String.join("; ", report.result().selfCheck().reasons())));
            text.append("\n\n");
        }
        report.result()
                .look()
                .ifPresent(look ->
                        text.append(line(GateWords.look(look, report.result()))).append("\n\n"));
        appendTable(text, report);
        appendNoise(text, report.result().controls());
        appendProofs(text, report.proofs());
        appendNotes(text, report.result().notes());
        return text.toString();
    }

    private static void appendTable(StringBuilder text, GateReport report) {
        List<RuleOutcome> outcomes = report.result().outcomes().stream()
                .sorted(Comparator.comparingInt(MarkdownSummary::order))
                .toList();
        text.append("| verdict | rule | arm | value | limit | n |\n|---|---|---|---|---|---|\n");
        int shown = 0;
        for (RuleOutcome outcome : outcomes) {
            String row = row(outcome);
            if (bytes(text) + bytes(row) > TABLE_BYTES / 3) {
                break;
            }
            text.append(row);
            shown++;
        }
        text.append('\n');
        if (shown < outcomes.size()) {
            text.append(outcomes.size() - shown).append(" more rules are in gate.json.\n\n");
        }
        appendMessages(text, outcomes);
    }

    private static void appendMessages(StringBuilder text, List<RuleOutcome> outcomes) {
        long left = outcomes.stream()
                .filter(outcome -> outcome.verdict() != GateVerdict.PASS)
                .count();
        for (RuleOutcome outcome : outcomes) {
            if (outcome.verdict() == GateVerdict.PASS) {
                continue;
            }
            String entry = "- **" + verdict(outcome) + "** "
                    + line(outcome.rule().id() + " (" + outcome.arm() + "): ") + line(outcome.message()) + "\n";
            if (bytes(text) + bytes(entry) > TABLE_BYTES) {
                text.append("- and ").append(left).append(" more in gate.json\n");
                break;
            }
            text.append(entry);
            left--;
        }
        text.append('\n');
    }

    private static String row(RuleOutcome outcome) {
        String value = outcome.evidence()
                .map(evidence -> Numbers.text(evidence.value(), evidence.unit()) + " ("
                        + Numbers.text(evidence.bounds(), evidence.unit()) + ")")
                .orElse("");
        String limit = outcome.evidence()
                .map(evidence -> Numbers.text(evidence.limit(), evidence.unit()))
                .orElse("");
        String n = outcome.evidence().map(Evidence::n).map(String::valueOf).orElse("");
        return "| " + verdict(outcome) + " | " + line(outcome.rule().text()) + " | " + line(outcome.arm()) + " | "
                + line(value) + " | " + line(limit) + " | " + n + " |\n";
    }

    private static String verdict(RuleOutcome outcome) {
        String word = outcome.verdict().name();
        if (outcome.verdict() == GateVerdict.PASS || outcome.rule().counts()) {
            return word;
        }
        return word + (outcome.rule().quarantine().isPresent() ? " (quarantine)" : " (warn)");
    }

    private static int order(RuleOutcome outcome) {
        int rank = switch (outcome.verdict()) {
            case FAIL -> 0;
            case INCONCLUSIVE -> 1;
            case PASS -> 2;
        };
        return outcome.rule().counts() ? rank : rank + 1;
    }

    private static void appendNoise(StringBuilder text, List<NoiseFloor> controls) {
        for (NoiseFloor floor : controls) {
            text.append(line(String.format(
                            Locale.ROOT,
                            "Measured noise of %s: %s differ by %s where nothing changed (proven beyond chance: %.1f %%).",
                            floor.metric(),
                            floor.how(),
                            Numbers.change(floor.ratio().value()),
                            floor.proven() * 100)))
                    .append("\n\n");
        }
    }

    private static void appendProofs(StringBuilder text, List<Proof> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        text.append("<details><summary>Can the rules fire?</summary>\n\n");
        for (Proof proof : proofs) {
            String entry = "- " + (proof.fires() ? "fires" : "**does not fire**") + ": "
                    + line(proof.rule() + " (" + proof.arm() + "), " + proof.harm()) + "\n";
            if (bytes(text) + bytes(entry) > MOST_BYTES - 5_000) {
                text.append("- and more in gate.json\n");
                break;
            }
            text.append(entry);
        }
        text.append("\n</details>\n\n");
    }

    private static void appendNotes(StringBuilder text, List<String> notes) {
        for (String note : notes) {
            String entry = "> " + line(note) + "\n>\n";
            if (bytes(text) + bytes(entry) > MOST_BYTES - 500) {
                text.append("> and more in gate.json\n");
                break;
            }
            text.append(entry);
        }
    }

    private static String line(String text) {
        return Untrusted.markdown(Untrusted.shortened(text, MOST_OF_A_MESSAGE));
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
