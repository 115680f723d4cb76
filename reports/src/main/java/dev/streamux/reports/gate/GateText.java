package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.reports.words.Escape;
import java.util.Locale;

/** The verdict for a terminal: one line a rule, the overall verdict last. */
public final class GateText {
    private GateText() {}

    /** The text, with a line break at its end; no control character of the input survives. */
    public static String of(GateReport report) {
        StringBuilder text = new StringBuilder();
        for (RuleOutcome outcome : report.result().outcomes()) {
            boolean spared = !outcome.rule().counts() && outcome.verdict() != GateVerdict.PASS;
            append(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%-12s %s [%s]%s",
                            outcome.verdict().name(),
                            outcome.rule().text(),
                            outcome.arm(),
                            spared ? " (does not count)" : ""));
            append(text, "             " + outcome.explanation());
        }
        for (NoiseFloor floor : report.result().controls()) {
            append(
                    text,
                    "noise        " + floor.metric() + ": " + floor.how() + " differ by "
                            + Numbers.change(floor.ratio().value()) + " where nothing changed");
        }
        for (Proof proof : report.proofs()) {
            append(
                    text,
                    (proof.fires() ? "fires        " : "DOES NOT FIRE ") + proof.rule() + " [" + proof.arm() + "]: "
                            + proof.harm());
            if (!proof.fires()) {
                append(text, "             " + proof.message());
            }
        }
        if (!report.proofs().isEmpty()) {
            append(text, "proof        " + GateWords.proofs(report.proofs()));
        }
        report.result().baseline().ifPresent(baseline -> append(text, "baseline     " + baseline.text()));
        report.result().look().ifPresent(look -> append(text, "look         " + GateWords.look(look, report.result())));
        report.result().notes().forEach(note -> append(text, "note         " + note));
        append(text, "gate         " + report.result().verdict().name());
        return text.toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append(Escape.line(line)).append('\n');
    }
}
