package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;

/** How late the request left, against the schedule. */
public final class ScheduleLag implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("schedule-lag", "schedule lag")
            .delayMonotone()
            .meaning("The harness is late here, not the target. Waits from the intended start contain it.")
            .formula("sent - intended")
            .source("glossary of docs/metrics.md");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return MetricValue.ofNanos(
                response.trace().sentNanos() - response.trace().intendedNanos());
    }
}
