package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How often the reader had to wait for more. */
public final class ReaderStallCount implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-stall-count", "reader stalls")
            .unit(Unit.COUNT, "")
            .notDelayMonotone("two stalls can become one, and a later first text hides them")
            .meaning("How often a reader at the reading speed has caught up with the text and waits, after the "
                    + "first text. Unlike a visual stall, a gap with enough unread text before it does not "
                    + "count.")
            .formula("#{k > 1: t_k - C_(k-1) / rho > running maximum before k}")
            .source("idle intervals of the simulated reader: a gap is harmless while there is still unread " + "text");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(
                response, reading -> MetricValue.of(reading.stalls().count()));
    }
}
