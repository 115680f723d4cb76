package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** All the time in which a reader has nothing new to read. */
public final class ReaderWait implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-wait", "reader wait")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("The headline. It holds the wait for the first text and every later moment in which the "
                    + "reader has caught up with the writer. One number covers slow starts, stalls and "
                    + "starvation.")
            .formula("W = max over steps k of (t_k - C_(k-1) / rho), rho = reading speed")
            .source("maximum lateness of arXiv 2410.14257 with origin at the request, on continuous text");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.ofNanos(reading.waitNanos()));
    }
}
