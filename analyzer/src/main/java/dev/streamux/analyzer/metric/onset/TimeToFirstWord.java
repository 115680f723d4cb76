package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.curve.TextBoundary;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The wait for the end of the first word. */
public final class TimeToFirstWord implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-word", "time to first word")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("A lone letter or a Markdown mark says nothing yet; a word does. Boundaries come from the"
                    + " final text.")
            .formula("tau(end of the first word of the final text)")
            .source("boundaries by java.text.BreakIterator; a word holds a letter or digit");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Boundaries.tauOf(response, TextBoundary::endOfFirstWord, Absence.NO_WORD);
    }
}
