package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The gap that nine tenths of the streaming time does not exceed. */
public final class TimeWeightedGapP90 implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-weighted-gap-p90", "time-weighted gap, p90")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone("a text held back before a long gap makes that gap shorter")
            .meaning("Look at a random moment between the first and the last text: with a chance of nine in "
                    + "ten it lies in a gap of at most this length. Zero-length gaps vanish, so chunking does "
                    + "not matter.")
            .formula("smallest g with (sum of gaps up to g) / (sum of all gaps) >= 0.9")
            .source("own definition: gaps weighted with their length");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.timeWeighted(response, 0.9);
    }
}
