package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The wait for the first character that a person sees. */
public final class TimeToFirstVisibleText implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-visible-text", "time to first visible text")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("When the first character that is not white space arrived. The end of the blank screen.")
            .formula("tau(first character that is not white space)")
            .source("perception of the first response; T1 gives 125 ms");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.curve().isEmpty()
                ? MetricValue.absent(Absence.NO_VISIBLE_TEXT)
                : MetricValue.ofNanos(response.curve().firstNanos());
    }
}
