package dev.streamux.simulations.experiment.answer;

import java.util.List;
import java.util.stream.Collectors;

/** Picks what there is to say by what the scenario varies: load, stops, faults, recoveries, deliveries. */
public final class Answer {
    /** Each says nothing where it has nothing to say. */
    private static final List<Rule> RULES = List.of(
            SaturationAnswer::of,
            StopAnswer::of,
            RecoveryAnswer::of,
            FaultAnswer::of,
            RushAnswer::of,
            DriftAnswer::of,
            DeliveryAnswer::of);

    /** One way to answer. */
    private interface Rule {
        List<String> sentences(Evidence evidence);
    }

    private Answer() {}

    /** The sentences, in the order to read them; empty if nothing was measured. */
    public static List<String> of(Evidence evidence) {
        if (evidence.measured().isEmpty()) {
            return List.of();
        }
        return RULES.stream().flatMap(rule -> rule.sentences(evidence).stream()).collect(Collectors.toList());
    }
}
