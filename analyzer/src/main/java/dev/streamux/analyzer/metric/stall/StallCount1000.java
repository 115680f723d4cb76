package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How often the text froze for longer than a second. */
public final class StallCount1000 implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("stall-count-1000", "stalls above 1 s")
            .unit(Unit.COUNT, "")
            .notDelayMonotone("a text held back between two gaps makes one of them of both")
            .meaning("Gaps of the visible text above 1 s, whatever the stall threshold of the options is. A "
                    + "gap equal to it is no stall. A buffered answer has none.")
            .formula("#{k: t_(k+1) - t_k > 1 s}")
            .source("visual stalls; 200 ms and 1 s are thresholds in use elsewhere");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return StallLimits.value(
                response,
                () -> MetricValue.of(response.stalls(StallLimits.LONG_NANOS).count()));
    }
}
