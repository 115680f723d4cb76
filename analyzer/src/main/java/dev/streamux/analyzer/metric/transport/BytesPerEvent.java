package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;

/** The mean size of an event with text. */
public final class BytesPerEvent implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("bytes-per-event", "bytes an event")
            .unit(Unit.COUNT, "")
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("pieces that are held back together travel in one event")
            .meaning("Bytes on the wire, framing of the event included, of an event that added visible text.")
            .formula("sum of bytes / #{chunks with characters}")
            .source("transport fact");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        if (response.trace().outcome() != Outcome.COMPLETE) {
            return MetricValue.absent(Absence.NOT_COMPLETE);
        }
        int events = TextChunks.count(response.trace().chunks());
        return events == 0
                ? MetricValue.absent(Absence.NO_VISIBLE_TEXT)
                : MetricValue.of((double) TextChunks.bytes(response.trace().chunks()) / events);
    }
}
