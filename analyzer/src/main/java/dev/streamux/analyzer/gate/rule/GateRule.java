package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.gate.rule.condition.Condition;
import java.util.Optional;

/**
 * One rule.
 *
 * @param id a name for reports; unique in its gate
 * @param text the rule as it is written, such as {@code reader-wait.p90 < 800ms}
 * @param condition what it asks
 * @param arms the judged arms that it is for; empty for all of them
 * @param severity what follows when it fails
 * @param quarantine why and how long it does not count, if so
 * @param origin file and line, such as {@code rules.yaml:7}; {@code preset chat} or {@code built in} for ours
 */
public record GateRule(
        String id,
        String text,
        Condition condition,
        Optional<ArmSelector> arms,
        Severity severity,
        Optional<Quarantine> quarantine,
        String origin) {

    /** A rule that counts, for all judged arms, called by its own text. */
    public static GateRule of(String text, String origin) {
        return new GateRule(
                text, text, RuleParser.parse(text), Optional.empty(), Severity.ERROR, Optional.empty(), origin);
    }

    /** The same rule for every judged arm. */
    GateRule forEveryArm() {
        return new GateRule(id, text, condition, Optional.empty(), severity, quarantine, origin);
    }

    /** Whether a failure fails the gate. */
    public boolean counts() {
        return severity == Severity.ERROR && quarantine.isEmpty();
    }
}
