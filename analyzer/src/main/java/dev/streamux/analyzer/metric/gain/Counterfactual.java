package dev.streamux.analyzer.metric.gain;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.reading.Reading;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * The same answer, shown whole when its last character was there: the time of the last token is then the first visible
 * text, the reader wait and the Text Speed Index at once, and the reader begins at that moment.
 */
public final class Counterfactual {
    private Counterfactual() {}

    /** When the reader would be done with the answer shown whole: {@code tau(N) + N / rho}; nanoseconds. */
    public static long finishedNanos(ObservedResponse response, Reading reading) {
        return response.curve().lastNanos() + reading.readNanos();
    }

    /** The modelled slow share of the answer shown whole: every reader waits for its end. Not for an empty curve. */
    public static double slowShare(ObservedResponse response) {
        return response.options().raters().curve().share(response.curve().lastNanos() / 1e9);
    }

    /** The gain of a complete answer with text; else why there is none. */
    static MetricValue gain(ObservedResponse response, ToDoubleBiFunction<ObservedResponse, Reading> difference) {
        Optional<String> absence = response.wholeTextAbsence();
        return absence.isPresent()
                ? MetricValue.absent(absence.get())
                : response.reading()
                        .map(reading -> MetricValue.of(difference.applyAsDouble(response, reading)))
                        .orElseGet(() -> MetricValue.absent(Absence.NO_VISIBLE_TEXT));
    }
}
