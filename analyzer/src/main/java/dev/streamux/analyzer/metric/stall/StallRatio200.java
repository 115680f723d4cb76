package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The share of the streaming time that was frozen beyond 200 ms. */
public final class StallRatio200 implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("stall-ratio-200", "stall ratio above 200 ms")
            .unit(Unit.RATIO, "%")
            .notDelayMonotone(
                    "a text held back before a gap makes that gap shorter, and one held back at the end the whole longer")
            .meaning("What lies above 200 ms in each gap, over the time from the first to the last text.")
            .formula("sum over gaps above 200 ms of (gap - 200 ms) / (tau(N) - tau(1))")
            .source("visual stalls; 200 ms and 1 s are thresholds in use elsewhere");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.ratio(response, StallLimits.SHORT_NANOS);
    }
}
