package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Kind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.Outcome;

/** The gaps between successive chunks of text. */
public final class InterChunkLatency implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("inter-chunk-latency", "inter-chunk latency")
            .kind(Kind.PER_GAP)
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("pieces that are held back together have shorter gaps or none between them")
            .meaning("Gaps between events that added visible text, zeros included, pooled over responses. It "
                    + "depends on how a proxy cuts and joins events, so it is a fact of transport and no "
                    + "measure of what a reader sees. The value of one response is its mean gap.")
            .formula("t_(j+1) - t_j for successive chunks j, n - 1 gaps for n chunks")
            .source("AIPerf's inter-chunk latency, zeros allowed");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        if (response.trace().outcome() != Outcome.COMPLETE) {
            return MetricValue.absent(Absence.NOT_COMPLETE);
        }
        double mean = Gaps.meanMillis(response.trace().chunks());
        return Double.isNaN(mean) ? MetricValue.absent(Absence.NO_GAP) : MetricValue.of(mean);
    }
}
