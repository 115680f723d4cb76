package dev.streamux.analyzer.metric;

/**
 * One metric: what it is called and means, and how it is computed from one response.
 *
 * <p>A metric is a pure function without state; its id is its key in {@code result.json}, its column in the CSV and its
 * anchor in {@code docs/metrics.md}.
 */
public interface Metric {

    /** What the metric is: id, unit, direction, formula, source. */
    MetricInfo info();

    /** The value of one response, in the metric's unit, or why there is none. */
    MetricValue of(ObservedResponse response);

    /** The id in kebab-case. */
    default String id() {
        return info().id();
    }
}
