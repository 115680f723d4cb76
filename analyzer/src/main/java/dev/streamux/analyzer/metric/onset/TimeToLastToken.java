package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The time at which the whole text is there. */
public final class TimeToLastToken implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-last-token", "time to last token")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning(
                    "When the last visible text arrived. Streaming does not change it; a proxy should not " + "either.")
            .formula("tau(N)")
            .source("common in LLM serving (TTLT); from the intended start");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.wholeTextAbsence()
                .map(MetricValue::absent)
                .orElseGet(() -> MetricValue.ofNanos(response.curve().lastNanos()));
    }
}
