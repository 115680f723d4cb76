package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The share of the streaming time that was frozen beyond the stall threshold. */
public final class StallRatio implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("stall-ratio", "stall ratio")
            .unit(Unit.RATIO, "%")
            .notDelayMonotone(
                    "a text held back before a gap makes that gap shorter, and one held back at the end the whole longer")
            .meaning("What lies above the threshold in each gap, over the time from the first to the last " + "text.")
            .formula("sum over stalls of (gap - theta) / (tau(N) - tau(1))")
            .source("visual stalls; named after the rendering wait of Eloquent, arXiv 2401.12961");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.ratio(response, response.options().stallNanos());
    }
}
