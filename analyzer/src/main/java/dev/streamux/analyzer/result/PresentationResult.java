package dev.streamux.analyzer.result;

import dev.streamux.analyzer.metric.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages and screen readers make of the answers of one arm: each policy simulated on a sample of them.
 *
 * @param answers how many answers the policies were simulated on, ≥ 1
 * @param of how many complete answers of the arm have their text recorded
 * @param tooLong how many of those are too long to be simulated
 * @param sample which answers were taken, in words
 * @param policies from the plainest to the most careful
 */
public record PresentationResult(long answers, long of, long tooLong, String sample, List<Policy> policies) {
    public PresentationResult {
        policies = List.copyOf(policies);
    }

    /** The policy of this id, empty if there is none. */
    public Optional<Policy> policy(String id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /**
     * One way to show the answers.
     *
     * @param id in kebab-case, such as {@code markdown-by-block}
     * @param label in words
     * @param charactersPerSecond how fast whoever takes it in does so: the reader, or a listener at the speed of speech
     * @param rows metric id to numbers, in the order of tables
     */
    public record Policy(String id, String label, double charactersPerSecond, Map<String, Row> rows) {
        public Policy {
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }

        /** The row of this metric, empty if there is none. */
        public Optional<Row> row(String metric) {
            return Optional.ofNullable(rows.get(metric));
        }
    }

    /**
     * One metric of a policy.
     *
     * @param unit of the numbers
     * @param arrival as if each piece were shown when it arrives; empty where that means nothing
     * @param visible as the policy shows it
     */
    public record Row(Unit unit, Optional<Spread> arrival, Spread visible) {}

    /**
     * Where values lie. Percentiles are R-7.
     *
     * @param mean arithmetic mean
     * @param p50 median
     * @param p90 90th percentile
     * @param max largest
     */
    public record Spread(double mean, double p50, double p90, double max) {}
}
