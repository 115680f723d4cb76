package dev.streamux.analyzer.metric.gain;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How much earlier the first text is there. */
public final class GainFirstVisibleText implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("gain-first-visible-text", "gain: first visible text")
            .unit(Unit.MILLISECONDS, "s")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "it is the distance to a buffered answer: what holds back the end makes that one later, and the gain larger")
            .meaning(
                    "How much earlier the first text is visible than if the same answer were shown whole when complete. 0 for an answer that came at once.")
            .formula("tau(N) - tau(1)")
            .source("buffered counterfactual: own definition, one step at tau(N)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Counterfactual.gain(
                response,
                (observed, reading) ->
                        (observed.curve().lastNanos() - observed.curve().firstNanos()) / 1e6);
    }
}
