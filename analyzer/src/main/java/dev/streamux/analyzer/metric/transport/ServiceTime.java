package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;

/** How long the response took from its sending. */
public final class ServiceTime implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("service-time", "service time")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("What the target took. Under overload it stays pretty while the response time does not.")
            .formula("end - sent")
            .source("glossary of docs/metrics.md");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        ResponseTrace trace = response.trace();
        return trace.outcome() == Outcome.COMPLETE
                ? MetricValue.ofNanos(trace.endNanos() - trace.sentNanos())
                : MetricValue.absent(Absence.NOT_COMPLETE);
    }
}
