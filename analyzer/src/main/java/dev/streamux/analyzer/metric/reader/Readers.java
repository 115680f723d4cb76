package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.reading.Reading;
import java.util.Optional;
import java.util.function.Function;

/** What all metrics of the simulated reader share: they need the whole text. */
final class Readers {
    private Readers() {}

    static MetricValue value(ObservedResponse response, Function<Reading, MetricValue> metric) {
        Optional<String> absence = response.wholeTextAbsence();
        return absence.isPresent()
                ? MetricValue.absent(absence.get())
                : response.reading().map(metric).orElseGet(() -> MetricValue.absent(Absence.NO_VISIBLE_TEXT));
    }
}
