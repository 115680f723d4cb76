package dev.streamux.analyzer.metric.population;

import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What all metrics of the readers share: they need the whole text. */
final class Waits {
    private Waits() {}

    /** A value of the waits, which rise with the speed of the reader; nanoseconds. */
    static MetricValue value(ObservedResponse response, ToDoubleFunction<long[]> metric) {
        Optional<String> absence = response.wholeTextAbsence();
        return absence.isPresent()
                ? MetricValue.absent(absence.get())
                : MetricValue.of(metric.applyAsDouble(response.raterWaitsNanos()));
    }

    /** The quantile R-7 of ascending waits, in milliseconds. */
    static double quantileMillis(long[] ascending, double q) {
        double rank = (ascending.length - 1) * q;
        int below = (int) rank;
        if (below == ascending.length - 1) {
            return ascending[below] / 1e6;
        }
        return (ascending[below] + (rank - below) * (ascending[below + 1] - ascending[below])) / 1e6;
    }
}
