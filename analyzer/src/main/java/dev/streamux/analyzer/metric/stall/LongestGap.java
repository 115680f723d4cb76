package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The longest time between two steps of the visible text. */
public final class LongestGap implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("longest-gap", "longest gap")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone("a text held back before the longest gap makes that gap shorter")
            .meaning("The longest freeze after the first text. 0 if everything came at once, so it cannot see "
                    + "buffering; read it beside the first text.")
            .formula("max over k of (t_(k+1) - t_k); 0 for a single step")
            .source("visual gaps, by character");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.value(response, () -> MetricValue.ofNanos(response.longestGapNanos()));
    }
}
