package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.Outcome;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The time at which a boundary of the final text was reached. */
final class Boundaries {
    private Boundaries() {}

    /** {@code tau} of the character that ends what {@code boundary} finds in the final text. */
    static MetricValue tauOf(ObservedResponse response, Function<String, OptionalInt> boundary, String notFound) {
        if (response.curve().isEmpty()) {
            return MetricValue.absent(Absence.NO_VISIBLE_TEXT);
        }
        // Where a sentence ends is known from the whole text only; half a text would move its boundaries.
        if (response.trace().outcome() != Outcome.COMPLETE) {
            return MetricValue.absent(Absence.NOT_COMPLETE);
        }
        Optional<String> text = response.trace().text();
        if (text.isEmpty()) {
            return MetricValue.absent(Absence.TEXT_NOT_RECORDED);
        }
        OptionalInt end = boundary.apply(text.get());
        return end.isPresent()
                ? MetricValue.ofNanos(response.curve().tau(end.getAsInt()))
                : MetricValue.absent(notFound);
    }
}
