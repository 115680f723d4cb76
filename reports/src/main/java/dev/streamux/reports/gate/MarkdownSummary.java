package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * {@code summary.md}: for a step summary or a comment on a change, below {@value #MOST_BYTES} bytes.
 *
 * <p>Failures come first; what does not fit is counted, never left out in silence.
 */
public final class MarkdownSummary {
    /** A comment on GitHub takes 64 KiB; the rest is for whatever the user writes around it. */
    public static final int MOST_BYTES = 60_000;

    private static final int MOST_OF_A_MESSAGE = 600;
    // Each part ends here at the latest, so that the next ones have room too.
    private static final int HEAD_END = 8_000;
    private static final int TABLE_END = 20_000;
    private static final int MESSAGES_END = 40_000;
    private static final int NOISE_END = 45_000;
    private static final int PROOFS_END = 53_000;
    private static final int NOTES_END = 59_000;

    private final BoundedText text = new BoundedText();
    private final GateReport report;
    private final GateResult result;

    private MarkdownSummary(GateReport report) {
        this.report = report;
        result = report.result();
    }

    /** The text of the file. */
    public static String of(GateReport report) {
        MarkdownSummary summary = new MarkdownSummary(report);
        summary.addHead();
        List<RuleOutcome> outcomes = report.result().outcomes().stream()
                .sorted(Comparator.comparingInt(MarkdownSummary::order))
                .toList();
        summary.addTable(outcomes);
        summary.addMessages(outcomes);
        summary.addNoise();
        summary.addProofs();
        summary.addList(
                report.result().notes(),
                note -> "> " + line(note) + "\n>\n",
                "> and %d more in gate.json\n",
                NOTES_END);
        return summary.text.toString();
    }

    private void addHead() {
        text.add("## streamux gate: " + result.verdict().name() + "\n\n" + line(report.run()));
        text.add("\n\n");
        result.baseline().ifPresent(baseline -> text.add("Baseline: " + line(baseline.text()) + "\n\n"));
        if (!result.selfCheck().valid()) {
            String why = String.join("; ", result.selfCheck().reasons());
            text.add("**This run cannot be trusted:** " + line(why) + "\n\n");
        }
        result.look().ifPresent(this::addLook);
        if (!report.proofs().isEmpty()) {
            text.add("**" + line(GateWords.proofs(report.proofs())) + "**\n\n");
        }
    }

    private void addLook(Look look) {
        text.add("Look " + line(GateWords.look(look, result)) + "\n\n");
        if (GateWords.isEarly(look, result)) {
            addList(
                    GateWords.decisive(result),
                    bound -> "- " + line(bound) + "\n",
                    "- and %d more in gate.json\n",
                    HEAD_END);
            text.add("\n");
        }
    }

    private void addTable(List<RuleOutcome> outcomes) {
        text.add("| verdict | rule | arm | value | limit | n |\n|---|---|---|---|---|---|\n");
        addList(outcomes, MarkdownSummary::row, "\n%d more rules are in gate.json.\n", TABLE_END);
        text.add("\n");
    }

    private void addMessages(List<RuleOutcome> outcomes) {
        List<RuleOutcome> worth = outcomes.stream()
                .filter(outcome -> outcome.verdict() != GateVerdict.PASS)
                .toList();
        addList(worth, MarkdownSummary::message, "- and %d more in gate.json\n", MESSAGES_END);
        text.add("\n");
    }

    private void addNoise() {
        Function<NoiseFloor, String> sentence = floor -> line(String.format(
                        Locale.ROOT,
                        "Measured noise of %s: %s differ by %s where nothing changed (proven beyond chance: %.1f %%).",
                        floor.metric(),
                        floor.how(),
                        Numbers.change(floor.ratio().value()),
                        floor.proven() * 100))
                + "\n\n";
        addList(result.controls(), sentence, "The noise of %d more metrics is in gate.json.\n\n", NOISE_END);
    }

    private void addProofs() {
        if (report.proofs().isEmpty()) {
            return;
        }
        text.add("<details><summary>Can the rules fire?</summary>\n\n");
        addList(
                report.proofs(),
                proof -> "- " + (proof.fires() ? "fires" : "**does not fire**") + ": "
                        + line(proof.rule() + " (" + proof.arm() + "), " + proof.harm()) + "\n",
                "- and %d more in gate.json\n",
                PROOFS_END);
        text.add("\n</details>\n\n");
    }

    /** As many entries as fit, then how many did not. */
    private <T> void addList(List<T> entries, Function<T, String> form, String more, int end) {
        for (int i = 0; i < entries.size(); i++) {
            if (!text.addWithin(end, form.apply(entries.get(i)))) {
                text.add(String.format(Locale.ROOT, more, entries.size() - i));
                return;
            }
        }
    }

    private static String message(RuleOutcome outcome) {
        return "- **" + verdict(outcome) + "** " + line(outcome.rule().id() + " (" + outcome.arm() + "): ")
                + line(outcome.explanation()) + "\n";
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

    private static String line(String text) {
        return Escape.markdown(Sentence.shortened(text, MOST_OF_A_MESSAGE));
    }
}
