package dev.streamux.analyzer.gate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A gate: its rules and whom they judge.
 *
 * @param baseline the arm that relative rules compare with; empty for the first arm of the run
 * @param control a second copy of the baseline, for the measured noise; empty to split the baseline instead
 * @param arms the judged arms; empty for all but the baseline and the control
 * @param confidence of every bound, one-sided, in (0.5, 1)
 * @param rules in the order to show them; ids are unique
 */
public record GateRules(
        Optional<String> baseline,
        Optional<String> control,
        Optional<ArmSelector> arms,
        double confidence,
        List<GateRule> rules) {
    /** One-sided confidence of a bound where none is given. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    public GateRules {
        rules = List.copyOf(rules);
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + "; it must be above 0.5 and below 1");
        }
    }

    /** A gate of these rules with every setting at its default. */
    public static GateRules of(List<GateRule> rules) {
        return new GateRules(Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_CONFIDENCE, rules);
    }

    /** The same gate with further rules; one whose id is taken already is left out. */
    public GateRules plus(List<GateRule> more) {
        List<GateRule> all = new ArrayList<>(rules);
        for (GateRule rule : more) {
            if (all.stream().noneMatch(present -> present.id().equals(rule.id()))) {
                all.add(rule);
            }
        }
        return new GateRules(baseline, control, arms, confidence, all);
    }

    /** The same rules for whatever arms there are: without the names of arms, a control or a baseline. */
    public GateRules withoutArms() {
        return new GateRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                confidence,
                rules.stream().map(GateRule::forEveryArm).toList());
    }

    /** The same gate with this baseline. */
    public GateRules withBaseline(String arm) {
        return new GateRules(Optional.of(arm), control, arms, confidence, rules);
    }

    /** The same gate with this one-sided confidence of every bound. */
    public GateRules withConfidence(double value) {
        return new GateRules(baseline, control, arms, value, rules);
    }

    /** The same gate for these arms. */
    public GateRules withArms(ArmSelector selector) {
        return new GateRules(baseline, control, Optional.of(selector), confidence, rules);
    }
}
