package dev.streamux.analyzer.metric.gain;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How much earlier a character is there, on average. */
public final class GainTextSpeedIndex implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("gain-text-speed-index", "gain: Text Speed Index")
            .unit(Unit.MILLISECONDS, "s")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "it is the distance to a buffered answer: what holds back the end makes that one later, and the gain larger")
            .meaning(
                    "How much earlier a character is visible on average than if the same answer were shown whole when complete.")
            .formula("tau(N) - TSI")
            .source("buffered counterfactual: own definition, one step at tau(N)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Counterfactual.gain(
                response, (observed, reading) -> observed.curve().lastNanos() / 1e6 - reading.speedIndexNanos() / 1e6);
    }
}
