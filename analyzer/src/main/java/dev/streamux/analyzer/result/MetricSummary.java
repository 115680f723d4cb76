package dev.streamux.analyzer.result;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One metric of one arm.
 *
 * @param unit what the numbers count
 * @param n how many values there are; gaps for a metric of gaps
 * @param absent how many responses have no value, by reason; sorted by reason
 * @param distribution where the values lie; empty without values
 * @param exact whether percentiles come from every value, or from a histogram of three digits
 * @param ci interval of each percentile, or why the sample cannot carry one; keys {@code p50}, {@code p90}, …
 */
public record MetricSummary(
        Unit unit,
        long n,
        Map<String, Long> absent,
        Optional<Distribution> distribution,
        boolean exact,
        Map<String, Bounds> ci) {
    public MetricSummary {
        absent = Collections.unmodifiableMap(new java.util.TreeMap<>(absent));
        ci = Collections.unmodifiableMap(new LinkedHashMap<>(ci));
    }
}
