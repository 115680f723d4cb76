package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.Comparer;
import dev.streamux.analyzer.comparison.Comparison;
import dev.streamux.analyzer.comparison.Tolerance;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.Observation;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The A/A control: what the gate would see if nothing had changed. */
final class Control {
    // Wide on purpose: the control must speak up about real trouble only, not once in twenty good runs.
    private static final double CONFIDENCE = 0.99;

    private Control() {}

    /** The baseline against its second copy; empty if a value is not above 0 or missing. */
    static Optional<NoiseFloor> against(MetricInfo metric, ArmObservations baseline, ArmObservations control) {
        return floor(metric, baseline, control, baseline.arm() + " against its copy " + control.arm());
    }

    /** Every other response of the baseline against the rest, which interleaves them as arms are. */
    static Optional<NoiseFloor> within(MetricInfo metric, ArmObservations baseline) {
        List<Observation> complete = baseline.observations().stream()
                .filter(observation -> observation.outcome() == Outcome.COMPLETE)
                .toList();
        return floor(
                metric,
                half(baseline, complete, 0),
                half(baseline, complete, 1),
                "alternate responses of " + baseline.arm());
    }

    private static Optional<NoiseFloor> floor(
            MetricInfo metric, ArmObservations first, ArmObservations second, String how) {
        return new Comparer(CONFIDENCE)
                .compare(metric, first, second, Tolerance.defaultFor(metric.unit()))
                .flatMap(Comparison::ratio)
                .map(ratio -> new NoiseFloor(metric.id(), how, ratio));
    }

    private static ArmObservations half(ArmObservations arm, List<Observation> complete, int remainder) {
        List<Observation> half = new ArrayList<>();
        for (int i = remainder; i < complete.size(); i += 2) {
            Observation one = complete.get(i);
            half.add(new Observation(one.outcome(), Optional.empty(), Optional.empty(), one.values()));
        }
        return new ArmObservations(arm.arm(), arm.deliveries(), half, arm.delivery());
    }
}
