package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.gate.rule.Condition.Budget;
import dev.streamux.analyzer.gate.rule.Condition.Relative;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.metric.Metric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader of a verdict should know besides it; each sentence once. */
final class GateNotes {
    private final Set<String> sentences = new LinkedHashSet<>();

    /** Notes what is remarkable in this rule and arm. */
    void about(GateRule rule, ArmObservations arm) {
        metric(rule)
                .filter(metric -> !metric.info().delayMonotone())
                .ifPresent(
                        metric -> sentences.add(
                                metric.id()
                                        + " can improve when text is held back; gate a delay-monotone metric such as reader-wait beside it"));
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

    /** The sentences in the order of their first use. */
    List<String> all() {
        return List.copyOf(sentences);
    }

    private static Optional<Metric> metric(GateRule rule) {
        if (rule.condition() instanceof Budget budget) {
            return Optional.of(budget.metric());
        }
        return rule.condition() instanceof Relative relative ? Optional.of(relative.metric()) : Optional.empty();
    }
}
