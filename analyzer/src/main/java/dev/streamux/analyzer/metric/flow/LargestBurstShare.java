package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The largest share of the text that arrived within a short window. */
public final class LargestBurstShare implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("largest-burst-share", "largest burst share")
            .unit(Unit.RATIO, "%")
            .notDelayMonotone("pieces of one burst that are held back one after the other are spread out")
            .meaning("Near 1 for a buffered answer, a few hundredths for a streamed one. The clearest single "
                    + "sign of coalescing.")
            .formula("max over k of (C(t_k + 100 ms) - C_(k-1)) / N")
            .source("own definition; a window of 100 ms, both ends included");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.wholeTextAbsence()
                .map(MetricValue::absent)
                .orElseGet(() -> compute(response.curve(), response.options()));
    }

    private static MetricValue compute(TextCurve curve, MetricOptions options) {
        return MetricValue.of(Bursts.largestShare(curve, options.burstNanos()));
    }
}
