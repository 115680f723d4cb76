package dev.streamux.analyzer.metric.reader;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The mean time at which a character became visible. */
public final class TextSpeedIndex implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("text-speed-index", "Text Speed Index")
            .unit(Unit.MILLISECONDS, "s")
            .delayMonotone()
            .meaning("The area above the curve of visible text. It grows with the length of the answer, so "
                    + "compare like with like.")
            .formula("TSI = (1/N) * sum over characters x of tau(x)")
            .source("Speed Index of WebPageTest, with visible characters as progress");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Readers.value(response, reading -> MetricValue.of(reading.speedIndexNanos() / 1e6));
    }
}
