package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The part of the reader wait that comes after the first text. */
public final class ReaderIdle implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-idle", "reader idle")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone("a later first text hides it: the wait before it is not idle time")
            .meaning("How long the reader stares at text already read. 0 as long as the writer stays ahead of "
                    + "the reader.")
            .formula("W - tau(1)")
            .source("derived from reader-wait; not delay-monotone, since a later first text hides it");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.ofNanos(reading.idleNanos()));
    }
}
