package dev.streamux.analyzer.comparison.observation;

import dev.streamux.analyzer.delivery.DeliveryEvidence;
import dev.streamux.analyzer.delivery.DeliveryTally;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reduces responses to {@link ArmObservations}. Not thread-safe.
 *
 * <p>It keeps one value a response and metric, not the traces: 50,000 responses and eight metrics are some 40 MB.
 */
public final class ObservationTally {
    private final List<Metric> metrics;
    private final Map<String, ArmTally> arms = new LinkedHashMap<>();

    /** An empty tally that keeps these metrics. */
    public ObservationTally(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
    }

    /** Adds a response; one of another phase than {@code measure} is passed over. */
    public void add(ObservedResponse response) {
        if (response.trace().phase().equals(ResponseTrace.MEASURE)) {
            arms.computeIfAbsent(response.trace().arm(), arm -> new ArmTally()).add(response);
        }
    }

    /** The arms so far, in the order of their first response. */
    public Map<String, ArmObservations> arms() {
        Map<String, ArmObservations> result = new LinkedHashMap<>();
        arms.forEach((name, tally) -> result.put(name, tally.observations(name)));
        return result;
    }

    private final class ArmTally {
        private final List<Observation> observations = new ArrayList<>();
        private final Set<String> deliveries = new TreeSet<>();
        private final DeliveryTally delivery = new DeliveryTally();
        private final Map<String, Integer> occurrences = new HashMap<>();

        void add(ObservedResponse response) {
            ResponseTrace trace = response.trace();
            Map<String, MetricValue> values = new HashMap<>();
            for (Metric metric : metrics) {
                values.put(metric.id(), metric.of(response));
            }
            if (trace.outcome() == Outcome.COMPLETE && !response.curve().isEmpty()) {
                delivery.add(DeliveryEvidence.of(trace, response.curve()));
            }
            deliveries.add(trace.delivery());
            Optional<String> round = Optional.ofNullable(trace.attributes().get("round"));
            observations.add(new Observation(trace.outcome(), pair(trace, round), round, values));
        }

        /** Seed and round, and which time they occur: a seed that is played again pairs with its own repeat. */
        private Optional<String> pair(ResponseTrace trace, Optional<String> round) {
            return Optional.ofNullable(trace.attributes().get("seed")).map(seed -> {
                String key = seed + "/" + round.orElse("");
                return key + "/" + occurrences.merge(key, 1, Integer::sum);
            });
        }

        ArmObservations observations(String arm) {
            return new ArmObservations(arm, deliveries, observations, delivery.verdict());
        }
    }
}
