package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.trace.run.SelfCheck;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a gate judges.
 *
 * @param arms of the run, in the order to show them; not empty
 * @param selfCheck how far the run can be trusted
 * @param reference the baseline run, if there is one; relative rules then compare arms of the same name
 * @param look which look at a growing run this is; empty for a run that is judged once
 */
public record GateInput(
        Map<String, ArmObservations> arms, SelfCheck selfCheck, Optional<Reference> reference, Optional<Look> look) {
    public GateInput {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /** A run of its own, without a baseline run. */
    public static GateInput of(Map<String, ArmObservations> arms, SelfCheck selfCheck) {
        return new GateInput(arms, selfCheck, Optional.empty(), Optional.empty());
    }

    /** The same input with other arms and nothing against the harness. */
    public GateInput withTrustedArms(Map<String, ArmObservations> others) {
        return new GateInput(others, SelfCheck.NONE, reference, look);
    }

    /** The same input as this look at it. */
    public GateInput atLook(Look which) {
        return new GateInput(arms, selfCheck, reference, Optional.of(which));
    }

    /**
     * Another run to compare with.
     *
     * @param run which one, and whether it can be compared
     * @param arms its arms
     */
    public record Reference(BaselineRun run, Map<String, ArmObservations> arms) {
        public Reference {
            arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
        }
    }
}
