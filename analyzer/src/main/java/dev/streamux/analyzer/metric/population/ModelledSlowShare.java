package dev.streamux.analyzer.metric.population;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The modelled share of people who find the answer slow. */
public final class ModelledSlowShare implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("modelled-slow-share", "modelled slow share")
            .unit(Unit.RATIO, "%")
            .delayMonotone()
            .meaning(
                    "Modelled, never measured: the share of 20 readers of different speeds who would rate this answer as slow, by a curve through two given facts. The arm's mean is the headline share, whose bands and assumptions stand beside it in result.json.")
            .formula("mean over readers of F(W), F(W) = 1 / (1 + (T50 / W)^beta)")
            .source("two given facts: 68 % slow at a wait of 3.2 s, 22 % at 0.18 s; T50 = 1.0930 s, beta = 0.7017");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Waits.value(response, waits -> response.slowShare().orElseThrow());
    }
}
