package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The gap that half of the streaming time does not exceed. */
public final class TimeWeightedGapP50 implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-weighted-gap-p50", "time-weighted gap, p50")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone(
                    "many even gaps weigh less when a text is held back, and a text in a gap cuts it elsewhere")
            .meaning("Look at a random moment between the first and the last text: with a chance of one in two "
                    + "it lies in a gap of at most this length. Zero-length gaps vanish, so chunking does not "
                    + "matter.")
            .formula("smallest g with (sum of gaps up to g) / (sum of all gaps) >= 0.5")
            .source("own definition: gaps weighted with their length");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.timeWeighted(response, 0.5);
    }
}
