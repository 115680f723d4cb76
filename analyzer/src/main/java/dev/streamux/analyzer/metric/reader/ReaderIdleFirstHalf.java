package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The share of the idle time that falls into the first half of the text. */
public final class ReaderIdleFirstHalf implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("reader-idle-first-half", "idle time in the first half")
            .unit(Unit.RATIO, "%")
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("a text that is held back moves idle time from one half to the other")
            .meaning("Where the reader idles: 1 if always before the middle of the text, 0 if always after it. "
                    + "Late waits weigh more in memory than early ones. Absent for a reader who never idles.")
            .formula("idle time with C_(k-1) <= N / 2, over W - tau(1)")
            .source("own definition, after the peak-and-end effects of Harrison et al. (UIST 2007)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(
                response,
                reading -> reading.idleNanos() == 0
                        ? MetricValue.absent(Absence.NEVER_IDLE)
                        : MetricValue.of((double) reading.stalls().firstHalfNanos() / reading.idleNanos()));
    }
}
