package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;

/** How many events brought visible text. */
public final class TextEvents implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("text-events", "events with text")
            .unit(Unit.COUNT, "")
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("pieces that are held back together come as one event")
            .meaning("Server-sent events or frames that added visible text, as they arrived. A proxy may cut "
                    + "and join them, so it is no number of tokens.")
            .formula("#{chunks with characters}")
            .source("transport fact");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.trace().outcome() == Outcome.COMPLETE
                ? MetricValue.of(TextChunks.count(response.trace().chunks()))
                : MetricValue.absent(Absence.NOT_COMPLETE);
    }
}
