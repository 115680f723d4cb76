package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.reader.ReaderWait;
import dev.streamux.trace.ResponseTrace;

/**
 * One answer under one policy: what the metrics say of it as it is shown, and as it arrived, for the same reader.
 *
 * @param visible the answer as the policy shows it
 * @param arrived the same answer, each piece shown when it arrives
 * @param takenBack rendered characters that were shown and taken back
 */
public record PresentationOutcome(ObservedResponse visible, ObservedResponse arrived, long takenBack) {

    /**
     * Simulates a policy.
     *
     * @param trace a response with its text
     * @param arrivals the same, as the policies take it
     */
    public static PresentationOutcome of(
            PresentationPolicy policy, ResponseTrace trace, Arrivals arrivals, MetricOptions options) {
        MetricOptions own = options.withReadingSpeed(policy.speed(options.readingSpeed()));
        Shown shown = policy.show(arrivals);
        return new PresentationOutcome(
                ObservedResponse.shownAs(trace, own, shown.curve()),
                ObservedResponse.shownAs(trace, own, arrivals.curve()),
                shown.takenBack());
    }

    /** Rendered characters taken back, over the characters of the answer. */
    public double churn() {
        return (double) takenBack / arrived.curve().characters();
    }

    /** The reader wait less the wait of the same reader if each piece were shown on arrival; milliseconds. */
    public double uiCost() {
        ReaderWait wait = new ReaderWait();
        return value(wait.of(visible)) - value(wait.of(arrived));
    }

    private static double value(MetricValue value) {
        return value.number().orElseThrow(() -> new IllegalStateException("an answer with text has no reader wait"));
    }
}
