package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.Observation;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.condition.Condition.GoodShare;
import dev.streamux.analyzer.gate.rule.condition.Need;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Confidence;
import dev.streamux.analyzer.stats.Proportion;
import dev.streamux.trace.Outcome;
import java.util.Optional;

/**
 * Judges the share of good answers: complete, and within every limit.
 *
 * <p>Every response counts, so an answer that failed, or of which a value is absent, is none of the good ones. The share is
 * judged by Wilson's bounds: fail if even the upper one breaks the limit, pass if even the lower one keeps it.
 */
final class GoodJudge {
    private GoodJudge() {}

    static RuleOutcome judge(GateRule rule, ArmObservations arm, GoodShare condition, double confidence) {
        long good = arm.observations().stream()
                .filter(observation -> isGood(observation, condition))
                .count();
        Proportion share = new Proportion(good, arm.observations().size());
        Interval bounds = share.wilson(2 * confidence - 1);
        boolean lowHolds = condition.operator().holds(bounds.low(), condition.limit());
        boolean highHolds = condition.operator().holds(bounds.high(), condition.limit());
        GateVerdict verdict = lowHolds ? GateVerdict.PASS : highHolds ? GateVerdict.INCONCLUSIVE : GateVerdict.FAIL;
        String message = good + " of " + share.trials() + " answers were complete and within every limit ("
                + Numbers.text(share.value(), Unit.RATIO) + ", each bound at " + Confidence.text(confidence) + ": "
                + Numbers.text(bounds, Unit.RATIO) + "; the rule wants "
                + condition.operator().sign() + " "
                + Numbers.text(condition.limit(), Unit.RATIO) + ")";
        Evidence evidence = Evidence.of(
                        "good.share", Unit.RATIO, share.value(), bounds, condition.limit(), share.trials())
                .decidedBy(decisive(verdict, bounds));
        return new RuleOutcome(rule, arm.arm(), verdict, message, Optional.of(evidence));
    }

    private static Optional<String> decisive(GateVerdict verdict, Interval bounds) {
        return switch (verdict) {
            case PASS -> Optional.of("the lower bound, " + Numbers.text(bounds.low(), Unit.RATIO));
            case FAIL -> Optional.of("the upper bound, " + Numbers.text(bounds.high(), Unit.RATIO));
            case INCONCLUSIVE -> Optional.empty();
        };
    }

    private static boolean isGood(Observation observation, GoodShare condition) {
        return observation.outcome() == Outcome.COMPLETE
                && condition.needs().stream().allMatch(need -> isMet(need, observation));
    }

    private static boolean isMet(Need need, Observation observation) {
        return observation.values().get(need.metric().id()) instanceof MetricValue.Present value
                && need.isMetBy(value.value());
    }
}
