package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.perception.LogNormalScore;

/** The reader wait as a score from 0 to 1. */
public final class ReaderWaitScore implements Metric {
    private static final LogNormalScore SCORE = new LogNormalScore(0.4, 1.1);

    private static final MetricInfo INFO = MetricInfo.of("reader-wait-score", "reader-wait score")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .delayMonotone()
            .meaning("The log-normal score of web performance on the reader wait: 0.9 at 0.4 s, 0.5 at 1.1 s. "
                    + "The curve is Lighthouse's, the two control points are our choice. For people to look at; "
                    + "it decides nothing that the wait itself does not.")
            .formula("(1 - erf(ln(W / 1.1 s) * 0.9062 / ln(1.1 s / 0.4 s))) / 2")
            .source("Lighthouse 13.4.1, shared/statistics; control points are an assumption");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.of(SCORE.of(reading.waitNanos() / 1e9)));
    }
}
