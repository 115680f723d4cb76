package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.metric.flow.TimePerOutputToken;

/** How fast tokens came, after the first of them. */
public final class TokensPerSecond implements Metric {
    private static final Metric TIME = new TimePerOutputToken();

    private static final MetricInfo INFO = MetricInfo.of("tokens-per-second", "tokens a second")
            .unit(Unit.PER_SECOND, "1/s")
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("a first piece that is held back shortens the time it is divided by")
            .meaning("The reciprocal of the time per output token; needs the token count of the server. "
                    + "Holding everything back raises it, so it is a fact of transport.")
            .formula("(output tokens - 1) / (end - first token)")
            .source("common in LLM serving");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        MetricValue perToken = TIME.of(response);
        return perToken instanceof MetricValue.Present present
                ? present.value() > 0 ? MetricValue.of(1000 / present.value()) : MetricValue.absent(Absence.ALL_AT_ONCE)
                : perToken;
    }
}
