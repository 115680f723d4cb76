package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** By how much a character is read late, on average. */
public final class MeanReadingDelay implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("mean-reading-delay", "mean reading delay")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("Lateness against a text that begins at the target time D and never makes the reader "
                    + "wait, averaged over characters. 0 if nothing was late.")
            .formula("MRD = (1/N) * sum over characters of max(0, running W - D)")
            .source("the delay area of Andes (arXiv 2404.16283), by character and not normalised");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.of(reading.meanDelayNanos() / 1e6));
    }
}
