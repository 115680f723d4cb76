package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.condition.Condition.DeliveryShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Proportion;
import java.util.Map;
import java.util.Optional;

/**
 * Judges what happened and not how fast: delivery and outcomes.
 *
 * <p>These are facts of the run. A buffering hop changes the first text by ten times and more, so no noise of the
 * machine can fake it, and a truncated answer is one however many there are. Counts are therefore judged as they are;
 * only whether most answers of a mixed arm are good or bad is judged by bounds.
 */
final class StructureJudge {
    private static final double MOST = 0.5;

    private StructureJudge() {}

    static RuleOutcome delivery(GateRule rule, ArmObservations arm, DeliveryKind worstAllowed, double confidence) {
        Optional<DeliveryVerdict> delivery = arm.delivery();
        if (delivery.isEmpty()) {
            return unknown(rule, arm);
        }
        DeliveryKind kind = delivery.get().kind();
        Proportion bad = worseThan(worstAllowed, delivery.get());
        Interval share = bad.wilson(2 * confidence - 1);
        boolean unanimous = bad.successes() == 0 || bad.successes() == bad.trials();
        String message = words(kind) + ": " + delivery.get().reason();
        if (!unanimous && share.contains(MOST)) {
            return new RuleOutcome(
                    rule,
                    arm.arm(),
                    GateVerdict.INCONCLUSIVE,
                    bad.successes() + " of " + bad.trials()
                            + " answers came worse than the rule allows, too near to half of"
                            + " them to say what most do; " + message,
                    Optional.empty());
        }
        boolean good = bad.value() < MOST;
        return new RuleOutcome(rule, arm.arm(), good ? GateVerdict.PASS : GateVerdict.FAIL, message, Optional.empty());
    }

    private static Proportion worseThan(DeliveryKind worstAllowed, DeliveryVerdict delivery) {
        long worse = 0;
        long all = 0;
        for (Map.Entry<DeliveryKind, Long> entry : delivery.responses().entrySet()) {
            all += entry.getValue();
            worse += entry.getKey().compareTo(worstAllowed) > 0 ? entry.getValue() : 0;
        }
        return new Proportion(worse, all);
    }

    static RuleOutcome deliveryShare(GateRule rule, ArmObservations arm, DeliveryShare condition, double confidence) {
        Optional<DeliveryVerdict> delivery = arm.delivery();
        if (delivery.isEmpty()) {
            return unknown(rule, arm);
        }
        long all = delivery.get().responses().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long count = delivery.get().responses().getOrDefault(condition.kind(), 0L);
        String what = "answers came " + condition.kind().word();
        return share(
                rule,
                arm,
                new Counted(condition.kind().word() + ".share", what, new Proportion(count, all)),
                condition.operator(),
                condition.limit(),
                confidence);
    }

    private static RuleOutcome unknown(GateRule rule, ArmObservations arm) {
        return new RuleOutcome(
                rule,
                arm.arm(),
                GateVerdict.INCONCLUSIVE,
                "no complete response brought text, so nobody can say how it came",
                Optional.empty());
    }

    private static String words(DeliveryKind kind) {
        return switch (kind) {
            case STREAMED -> "the answer was streamed";
            case COALESCED ->
                "the stream was coalesced: something between model and reader collects pieces before it passes them on"
                        + " (a proxy buffer, compression)";
            case BUFFERED ->
                "the stream was buffered: something between model and reader held the answer back until its end (proxy"
                        + " buffering, compression, a body read whole), so a reader sees nothing until then, however"
                        + " good total time and gaps look";
        };
    }

    static RuleOutcome outcomeShare(GateRule rule, ArmObservations arm, OutcomeShare condition, double confidence) {
        long all = arm.observations().size();
        long count = arm.count(condition.outcome());
        String what = "responses ended as " + condition.outcome().word();
        return share(
                rule,
                arm,
                new Counted(condition.outcome().word() + ".share", what, new Proportion(count, all)),
                condition.operator(),
                condition.limit(),
                confidence);
    }

    /** What was counted: the quantity for files, the words for people, the count. */
    private record Counted(String quantity, String what, Proportion share) {}

    private static RuleOutcome share(
            GateRule rule, ArmObservations arm, Counted counted, Operator operator, double limit, double confidence) {
        Proportion share = counted.share();
        boolean good = operator.holds(share.value(), limit);
        Evidence evidence = Evidence.of(
                counted.quantity(), Unit.RATIO, share.value(), share.wilson(2 * confidence - 1), limit, share.trials());
        String message = share.successes() + " of " + share.trials() + " " + counted.what() + " ("
                + Numbers.text(share.value(), Unit.RATIO) + "; the rule wants " + operator.sign() + " "
                + Numbers.text(limit, Unit.RATIO) + ")";
        return new RuleOutcome(
                rule, arm.arm(), good ? GateVerdict.PASS : GateVerdict.FAIL, message, Optional.of(evidence));
    }
}
