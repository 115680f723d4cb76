package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The longest wait of the reader for more. */
public final class LongestReaderStall implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("longest-reader-stall", "longest reader stall")
            .unit(Unit.MILLISECONDS, "s")
            .notDelayMonotone("a later first text gives the reader a supply, so that the later stalls are shorter")
            .meaning("The longest single time, after the first text, that the reader stares at text already "
                    + "read. 0 if the writer stays ahead.")
            .formula("largest step of the running maximum of t_k - C_(k-1) / rho")
            .source("idle intervals of the simulated reader: a gap is harmless while there is still unread " + "text");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(
                response, reading -> MetricValue.ofNanos(reading.stalls().longestNanos()));
    }
}
