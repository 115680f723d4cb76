package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.curve.TextBoundary;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The wait for the end of the first Markdown block. */
public final class TimeToFirstBlock implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-block", "time to first block")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("When a page that renders block by block has its first block: a heading, a paragraph, a "
                    + "whole list or table.")
            .formula("tau(end of the first Markdown block of the final text)")
            .source("blocks by commonmark-java with GitHub tables");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Boundaries.tauOf(response, TextBoundary::endOfFirstBlock, Absence.NO_BLOCK);
    }
}
