package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.gate.rule.condition.Condition;
import dev.streamux.analyzer.gate.rule.condition.Condition.NotBuffered;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.Streamed;
import java.util.List;

/**
 * What every gate asks, also where nobody wrote it: no buffered stream, no truncated answer, hardly any failure.
 *
 * <p>Without them a gate could pass an arm whose slow answers were cut off, or whose stream came all at once.
 */
public final class BuiltInRules {
    /** The origin of these rules. */
    public static final String ORIGIN = "built in";

    private static final List<GateRule> RULES = List.of(
            GateRule.of("not buffered", ORIGIN),
            GateRule.of("truncated.share <= 0%", ORIGIN),
            GateRule.of("complete.share >= 95%", ORIGIN));

    private BuiltInRules() {}

    /** The gate with the rules that it does not state itself for all arms, in whatever strictness. */
    public static GateRules addTo(GateRules rules) {
        return rules.plus(RULES.stream().filter(rule -> !states(rules, rule)).toList());
    }

    private static boolean states(GateRules rules, GateRule builtIn) {
        return rules.rules().stream()
                .filter(rule -> rule.arms().isEmpty())
                .anyMatch(rule -> isSameKind(rule.condition(), builtIn.condition()));
    }

    private static boolean isSameKind(Condition stated, Condition builtIn) {
        if (builtIn instanceof NotBuffered) {
            return stated instanceof NotBuffered || stated instanceof Streamed;
        }
        return stated instanceof OutcomeShare mine
                && builtIn instanceof OutcomeShare theirs
                && mine.outcome() == theirs.outcome();
    }
}
