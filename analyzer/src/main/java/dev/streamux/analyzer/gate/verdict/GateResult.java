package dev.streamux.analyzer.gate.verdict;

import dev.streamux.trace.run.SelfCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a gate says of a run.
 *
 * @param verdict of the rules that count: fail if one fails, else inconclusive if one is, else pass
 * @param outcomes one a rule and arm, in the order of the rules
 * @param controls the measured noise, one a metric and baseline of the relative rules
 * @param selfCheck how far the run can be trusted
 * @param confidence of every bound, one-sided
 * @param look which look at a growing run this was; empty for a run that is judged once
 * @param baseline the run that relative rules compared with; empty if that was an arm of the judged run
 * @param notes what else a reader of the verdict should know, a sentence each
 */
public record GateResult(
        GateVerdict verdict,
        List<RuleOutcome> outcomes,
        List<NoiseFloor> controls,
        SelfCheck selfCheck,
        double confidence,
        Optional<Look> look,
        Optional<BaselineRun> baseline,
        List<String> notes) {
    public GateResult {
        outcomes = List.copyOf(outcomes);
        controls = List.copyOf(controls);
        notes = List.copyOf(notes);
    }

    /** The same result with one note more, at the head of all. */
    public GateResult withNote(String note) {
        List<String> all = new ArrayList<>(List.of(note));
        all.addAll(notes);
        return new GateResult(verdict, outcomes, controls, selfCheck, confidence, look, baseline, all);
    }

    /** The outcomes with this verdict, in order. */
    public List<RuleOutcome> with(GateVerdict wanted) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == wanted).toList();
    }

    /** What the rules that count come to: fail if one fails, else inconclusive if one is, else pass. */
    public static GateVerdict verdictOf(List<RuleOutcome> outcomes) {
        GateVerdict verdict = GateVerdict.PASS;
        for (RuleOutcome outcome : outcomes) {
            if (outcome.rule().counts() && outcome.verdict() == GateVerdict.FAIL) {
                return GateVerdict.FAIL;
            }
            if (outcome.rule().counts() && outcome.verdict() == GateVerdict.INCONCLUSIVE) {
                verdict = GateVerdict.INCONCLUSIVE;
            }
        }
        return verdict;
    }
}
