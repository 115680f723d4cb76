package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;

/** How long the response took from the intended start. */
public final class ResponseTime implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("response-time", "response time")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("What a user feels, the time before the request could leave included; free of coordinated"
                    + " omission.")
            .formula("end - intended")
            .source("glossary of docs/metrics.md");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        ResponseTrace trace = response.trace();
        return trace.outcome() == Outcome.COMPLETE
                ? MetricValue.ofNanos(trace.endNanos() - trace.intendedNanos())
                : MetricValue.absent(Absence.NOT_COMPLETE);
    }
}
