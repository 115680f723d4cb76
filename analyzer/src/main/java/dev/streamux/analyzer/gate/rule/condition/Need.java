package dev.streamux.analyzer.gate.rule.condition;

import dev.streamux.analyzer.metric.Metric;

/**
 * What a single answer must keep to be a good one.
 *
 * @param metric what is measured
 * @param operator which side of the limit is good
 * @param limit in the metric's unit
 */
public record Need(Metric metric, Operator operator, double limit) {

    /** Whether an answer with this value keeps it. */
    public boolean isMetBy(double value) {
        return operator.holds(value, limit);
    }
}
