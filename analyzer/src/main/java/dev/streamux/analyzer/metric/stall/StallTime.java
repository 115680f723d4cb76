package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The whole length of the stalls. */
public final class StallTime implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("stall-time", "stall time")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone("a text held back before a gap makes that gap shorter")
            .meaning("The gaps above the stall threshold, each counted whole.")
            .formula("sum over stalls of gap")
            .source("visual stalls");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.value(
                response,
                () -> MetricValue.ofNanos(
                        response.stalls(response.options().stallNanos()).totalNanos()));
    }
}
