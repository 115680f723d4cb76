package dev.streamux.analyzer.comparison.observation;

import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The judged responses of one arm.
 *
 * @param arm the name of the arm
 * @param deliveries the ways of delivery that occur in it: {@code sse}, {@code json}, {@code websocket}
 * @param observations one a response of phase {@code measure}, in file order; not empty
 * @param delivery how the answers came; empty if none brought text
 */
public record ArmObservations(
        String arm, Set<String> deliveries, List<Observation> observations, Optional<DeliveryVerdict> delivery) {
    public ArmObservations {
        deliveries = Set.copyOf(deliveries);
        observations = List.copyOf(observations);
    }

    /** The present values of a metric, each with its pair and round, over complete responses only. */
    public List<Measured> measured(String metric) {
        List<Measured> present = new ArrayList<>();
        for (Observation observation : observations) {
            MetricValue value = observation.values().get(metric);
            if (observation.outcome() == Outcome.COMPLETE && value instanceof MetricValue.Present number) {
                present.add(new Measured(number.value(), observation.pair(), observation.round()));
            }
        }
        return present;
    }

    /** The present values of a metric over complete responses, in file order; may be empty. */
    public List<Double> values(String metric) {
        return measured(metric).stream().map(Measured::value).toList();
    }

    /** Why complete responses have no value of a metric: reason to count, by reason. */
    public Map<String, Integer> absences(String metric) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Observation observation : observations) {
            MetricValue value = observation.values().get(metric);
            if (observation.outcome() == Outcome.COMPLETE && value instanceof MetricValue.Absent absent) {
                counts.merge(absent.why(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The number of responses that ended so. */
    public long count(Outcome outcome) {
        return observations.stream()
                .filter(observation -> observation.outcome() == outcome)
                .count();
    }

    /**
     * A value and what it can be matched by.
     *
     * @param value in the metric's unit
     * @param pair see {@link Observation#pair}
     * @param round see {@link Observation#round}
     */
    public record Measured(double value, Optional<String> pair, Optional<String> round) {}
}
