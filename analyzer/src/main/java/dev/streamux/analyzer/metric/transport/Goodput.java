package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Kind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How many good responses there were a second. */
public final class Goodput implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("goodput", "goodput")
            .unit(Unit.PER_SECOND, "1/s")
            .direction(Direction.HIGHER_IS_BETTER)
            .kind(Kind.PER_RUN)
            .delayMonotone()
            .meaning("Responses that completed and whose reader wait kept its limit, over the time from the "
                    + "first intended start to the last end of the arm.")
            .formula("#{complete, W <= limit} / (last end - first intended start)")
            .source("goodput as in DistServe (OSDI 2024), with the reader wait as the budget");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return MetricValue.absent(Absence.PER_RUN);
    }
}
