package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import java.util.OptionalLong;

/** The wait for the first byte of the body. */
public final class TimeToFirstByte implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-byte", "time to first byte")
            .delayMonotone()
            .meaning("When the first byte of the body arrived. A fact of transport: headers, comments and "
                    + "empty events count too.")
            .formula("firstByte - intended")
            .source("common in web performance; here from the intended start");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        OptionalLong firstByte = response.trace().firstByteNanos();
        return firstByte.isPresent()
                ? MetricValue.ofNanos(firstByte.getAsLong() - response.trace().intendedNanos())
                : MetricValue.absent(Absence.NO_FIRST_BYTE);
    }
}
