package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.curve.TextBoundary;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The wait for the end of the first sentence. */
public final class TimeToFirstSentence implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-sentence", "time to first sentence")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("The first whole thought. Boundaries come from the final text, so chunking does not move "
                    + "them.")
            .formula("tau(end of the first sentence of the final text)")
            .source("boundaries by java.text.BreakIterator, white space after it left out");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Boundaries.tauOf(response, TextBoundary::endOfFirstSentence, Absence.NO_SENTENCE);
    }
}
