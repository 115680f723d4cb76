package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.Observation;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arms made of plain values. */
public final class Arms {
    private Arms() {}

    /** An arm of complete responses with these values and no seeds. */
    public static ArmObservations of(String name, String metric, double... values) {
        List<Observation> observations = new ArrayList<>();
        for (double value : values) {
            observations.add(observation(Optional.empty(), Optional.empty(), metric, value));
        }
        return new ArmObservations(name, Set.of("json"), observations, Optional.empty());
    }

    /** An arm whose value i answers seed i. */
    public static ArmObservations seeded(String name, String metric, double... values) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            observations.add(observation(Optional.of("seed " + i), Optional.empty(), metric, values[i]));
        }
        return new ArmObservations(name, Set.of("json"), observations, Optional.empty());
    }

    /** A complete response. */
    public static Observation observation(Optional<String> pair, Optional<String> round, String metric, double value) {
        return new Observation(Outcome.COMPLETE, pair, round, Map.of(metric, MetricValue.of(value)));
    }
}
