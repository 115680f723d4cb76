package dev.streamux.analyzer.metric.gain;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How many fewer people are modelled to find it slow. */
public final class GainSlowShare implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("gain-slow-share", "gain: modelled slow share")
            .unit(Unit.RATIO, "%")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "it is the distance to a buffered answer: what holds back the end makes that one later, and the gain larger")
            .meaning(
                    "By how much the modelled slow share is lower than if the same answer were shown whole when complete. A model, not a measurement.")
            .formula("F(tau(N)) - mean over readers of F(W)")
            .source("buffered counterfactual: own definition, one step at tau(N); F as in modelled-slow-share");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        // The mean over readers may differ from the curve by a rounding, and nobody waits longer than for the end.
        return Counterfactual.gain(
                response,
                (observed, reading) -> Math.max(
                        0,
                        Counterfactual.slowShare(observed)
                                - observed.slowShare().orElseThrow()));
    }
}
