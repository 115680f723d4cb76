package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.gate.rule.GateRule;
import java.util.Optional;

/**
 * One rule applied to one arm.
 *
 * @param rule the rule
 * @param arm the arm
 * @param verdict what it comes to
 * @param message one sentence that says why, with the numbers
 * @param evidence the numbers; empty if there are none
 */
public record RuleOutcome(GateRule rule, String arm, GateVerdict verdict, String message, Optional<Evidence> evidence) {

    /** The message, and by which bound the rule was decided. */
    public String explanation() {
        return evidence.flatMap(Evidence::decidedBy)
                .map(bound -> message + "; decided by " + bound)
                .orElse(message);
    }

    /** The same outcome with another verdict and a reason put before the message; no bound decides it then. */
    public RuleOutcome as(GateVerdict other, String why) {
        return new RuleOutcome(
                rule, arm, other, why + "; " + message, evidence.map(numbers -> numbers.decidedBy(Optional.empty())));
    }
}
