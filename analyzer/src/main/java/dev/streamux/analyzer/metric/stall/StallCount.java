package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How often the text froze for longer than the stall threshold. */
public final class StallCount implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("stall-count", "stalls")
            .unit(Unit.COUNT, "")
            .notDelayMonotone("a text held back between two gaps makes one of them of both")
            .meaning("Gaps of the visible text above the threshold. A gap equal to it is no stall. A buffered "
                    + "answer has none.")
            .formula("#{k: t_(k+1) - t_k > theta}")
            .source("visual stalls; thresholds in use range from 200 ms to 1 s");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.value(
                response,
                () -> MetricValue.of(
                        response.stalls(response.options().stallNanos()).count()));
    }
}
