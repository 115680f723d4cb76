package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** When the answer is read to its end. */
public final class ReadingFinished implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reading-finished", "reading finished")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning(
                    "When a reader who starts with the first text and waits whenever there is nothing new is done. Reading itself is most of it for all but short answers.")
            .formula("W + N / rho")
            .source("derived from reader-wait");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.ofNanos(reading.waitNanos() + reading.readNanos()));
    }
}
