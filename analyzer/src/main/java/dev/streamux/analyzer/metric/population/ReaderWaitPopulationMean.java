package dev.streamux.analyzer.metric.population;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import java.util.Arrays;

/** The reader wait, averaged over readers of different speeds. */
public final class ReaderWaitPopulationMean implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-wait-population-mean", "reader wait, mean of readers")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("The reader wait of one response, averaged over 20 readers from slow to fast. Equal to "
                    + "the wait for the first text as long as the writer is faster than the fastest of them.")
            .formula("(1/20) * sum over readers r of W at rho_r")
            .source("own definition: 20 readers of equal probability around 238 words a minute (Brysbaert "
                    + "2019; their spread is an assumption)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Waits.value(response, waits -> Arrays.stream(waits).average().orElseThrow() / 1e6);
    }
}
