package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a reader of a verdict should know besides it; each sentence once. */
final class GateNotes {
    private final Set<String> sentences = new LinkedHashSet<>();
    private final Map<String, String> gameable = new LinkedHashMap<>();
    private final Set<String> fit = new LinkedHashSet<>();

    /** Notes what is remarkable in this rule and arm. */
    void about(GateRule rule, ArmObservations arm) {
        rule.condition().metrics().forEach(metric -> note(metric.info()));
        boolean coalesced = arm.delivery()
                .filter(delivery -> delivery.kind() == DeliveryKind.COALESCED)
                .isPresent();
        if (coalesced) {
            sentences.add(arm.arm() + " is coalesced: its text comes in lumps; the rule \"streamed\" would fail");
        }
        rule.quarantine()
                .ifPresent(quarantine -> sentences.add("\"" + rule.id() + "\" is in quarantine until "
                        + quarantine.until() + ": " + quarantine.reason()));
        if (arm.deliveries().equals(Set.of("json"))) {
            sentences.add(arm.arm() + " asks for the answer as one body, so nobody expects a stream");
        }
    }

    /** Notes that an arm is better than what it is held against, by more than the tolerance for the worse. */
    void aboutGain(Relative relative, RuleOutcome outcome, String baseline) {
        Optional<Evidence> ratio = outcome.evidence().filter(evidence -> evidence.unit() == Unit.RATIO);
        double clearlyBetter = 1 / (1 + relative.tolerance().ratio());
        boolean better = ratio.flatMap(evidence -> evidence.bounds().interval())
                .filter(interval -> interval.high() < clearlyBetter)
                .isPresent();
        if (better) {
            sentences.add(outcome.arm() + " is better than its baseline " + baseline + " in "
                    + relative.metric().id() + swapped(baseline));
        }
    }

    /** Notes that an arm came better streamed than what it is held against, whether or not a rule compares the two. */
    void aboutDelivery(ArmObservations arm, ArmObservations opponent, String baseline) {
        if (arm.delivery().isEmpty() || opponent.delivery().isEmpty()) {
            return;
        }
        DeliveryKind now = arm.delivery().get().kind();
        DeliveryKind before = opponent.delivery().get().kind();
        if (now.compareTo(before) < 0) {
            sentences.add(arm.arm() + " is " + now.word() + " and its baseline " + baseline + " is " + before.word()
                    + swapped(baseline));
        }
    }

    private static String swapped(String baseline) {
        return "; if " + baseline + " is the newer one, the arms are swapped";
    }

    private void note(MetricInfo metric) {
        metric.gameable().ifPresentOrElse(reason -> gameable.put(metric.id(), reason), () -> fit.add(metric.id()));
    }

    /** The sentences in the order of their first use; then what the gate's metrics cannot see. */
    List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        String companion = fit.isEmpty()
                ? "warning: no rule on a delay-monotone metric such as reader-wait stands beside it"
                : "beside it stands " + String.join(", ", fit);
        gameable.forEach(
                (id, reason) -> all.add(id + " can improve when text is held back: " + reason + "; " + companion));
        return List.copyOf(all);
    }
}
