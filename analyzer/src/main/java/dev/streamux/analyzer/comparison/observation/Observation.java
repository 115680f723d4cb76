package dev.streamux.analyzer.comparison.observation;

import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.trace.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * One response reduced to what comparisons need.
 *
 * @param outcome how it ended
 * @param pair what the response with the same key in another arm shares with it: the seed, and the round where the run
 *     notes one; empty if the run notes no seed
 * @param round the round that it belongs to, if the run notes one
 * @param values metric id to value, for the metrics that were asked for
 */
public record Observation(
        Outcome outcome, Optional<String> pair, Optional<String> round, Map<String, MetricValue> values) {
    public Observation {
        values = Map.copyOf(values);
    }
}
