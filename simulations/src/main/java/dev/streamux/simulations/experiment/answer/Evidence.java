package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.experiment.figure.Responses;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import java.util.List;

/**
 * What an answer is made from.
 *
 * @param scenario the question and what was planned
 * @param all responses of all phases
 * @param measured those that count
 * @param emissions of the mock; empty for another target
 */
public record Evidence(
        Scenario scenario, List<ResponseTrace> all, List<ResponseTrace> measured, List<EmissionTrace> emissions) {
    public Evidence {
        all = List.copyOf(all);
        measured = List.copyOf(measured);
        emissions = List.copyOf(emissions);
    }

    List<Arm> arms() {
        return scenario.arms();
    }

    /** The measured responses of an arm. */
    List<ResponseTrace> of(Arm arm) {
        return Responses.of(arm.name(), measured);
    }

    ArmFigures figures(Arm arm) {
        return ArmFigures.of(of(arm));
    }
}
