package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.gate.rule.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Proportion;
import java.util.Optional;

/**
 * Judges what happened and not how fast: delivery and outcomes.
 *
 * <p>These are facts of the run. A buffering hop changes the first text by ten times and more, so no noise of the
 * machine can fake it, and a truncated answer is one however many there are. Counts are therefore judged as they are.
 */
final class StructureJudge {
    private StructureJudge() {}

    static RuleOutcome delivery(GateRule rule, ArmObservations arm, DeliveryKind worstAllowed) {
        Optional<DeliveryVerdict> delivery = arm.delivery();
        if (delivery.isEmpty()) {
            return new RuleOutcome(
                    rule,
                    arm.arm(),
                    GateVerdict.INCONCLUSIVE,
                    "no complete response brought text, so nobody can say how it came",
                    Optional.empty());
        }
        DeliveryKind kind = delivery.get().kind();
        boolean good = kind.compareTo(worstAllowed) <= 0;
        return new RuleOutcome(
                rule,
                arm.arm(),
                good ? GateVerdict.PASS : GateVerdict.FAIL,
                words(kind) + ": " + delivery.get().reason(),
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

    static RuleOutcome share(GateRule rule, ArmObservations arm, OutcomeShare condition, double confidence) {
        long all = arm.observations().size();
        long count = arm.count(condition.outcome());
        Proportion share = new Proportion(count, all);
        boolean good = condition.operator().holds(share.value(), condition.limit());
        Evidence evidence = new Evidence(
                condition.outcome().word() + ".share",
                Unit.RATIO,
                share.value(),
                share.wilson(2 * confidence - 1),
                condition.limit(),
                all);
        String message = count + " of " + all + " responses ended as "
                + condition.outcome().word() + " ("
                + Numbers.text(share.value(), Unit.RATIO) + "; the rule wants "
                + condition.operator().sign() + " " + Numbers.text(condition.limit(), Unit.RATIO) + ")";
        return new RuleOutcome(
                rule, arm.arm(), good ? GateVerdict.PASS : GateVerdict.FAIL, message, Optional.of(evidence));
    }
}
