package dev.streamux.analyzer.metric.transport;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import java.util.Optional;

/** How fast text came, after the first of it. */
public final class CharactersPerSecond implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("characters-per-second", "characters a second")
            .unit(Unit.PER_SECOND, "1/s")
            .direction(Direction.NEUTRAL)
            .notDelayMonotone("a first piece that is held back shortens the time it is divided by")
            .meaning("The pace of the stream between its first and its last text. Holding everything back "
                    + "raises it, so it is a fact of transport.")
            .formula("(N - C_1) / (tau(N) - tau(1))")
            .source("common; by character");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        Optional<String> absence = response.wholeTextAbsence();
        if (absence.isPresent()) {
            return MetricValue.absent(absence.get());
        }
        TextCurve curve = response.curve();
        long span = curve.lastNanos() - curve.firstNanos();
        return span == 0
                ? MetricValue.absent(Absence.ALL_AT_ONCE)
                : MetricValue.of((curve.characters() - curve.cumulative(0)) / (span / 1e9));
    }
}
