package dev.streamux.analyzer.metric.population;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The reader wait of a median reader. */
public final class ReaderWaitPopulationP50 implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-wait-population-p50", "reader wait, median reader")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("Half of 20 readers of different speeds wait at most so long for one response.")
            .formula("p50 (R-7) over readers r of W at rho_r")
            .source("own definition: 20 readers of equal probability around 238 words a minute (Brysbaert "
                    + "2019; their spread is an assumption)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Waits.value(response, waits -> Waits.quantileMillis(waits, 0.5));
    }
}
