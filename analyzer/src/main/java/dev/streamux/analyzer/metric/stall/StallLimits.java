package dev.streamux.analyzer.metric.stall;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** The fixed thresholds beside the one of the options, and what all metrics of stalls share: they need the whole text. */
final class StallLimits {
    /** A good interaction to next paint, and the gap that serving papers report. */
    static final long SHORT_NANOS = 200_000_000L;
    /** From here on the flow of thought is broken (Nielsen). */
    static final long LONG_NANOS = 1_000_000_000L;

    private StallLimits() {}

    static MetricValue value(ObservedResponse response, Supplier<MetricValue> metric) {
        Optional<String> absence = response.wholeTextAbsence();
        return absence.isPresent() ? MetricValue.absent(absence.get()) : metric.get();
    }

    static MetricValue ratio(ObservedResponse response, long thresholdNanos) {
        return value(response, () -> {
            long span = response.curve().lastNanos() - response.curve().firstNanos();
            return span == 0
                    ? MetricValue.absent(Absence.ALL_AT_ONCE)
                    : MetricValue.of((double) response.stalls(thresholdNanos).excessNanos() / span);
        });
    }

    /** The gap that the share {@code q} of the time does not exceed. */
    static MetricValue timeWeighted(ObservedResponse response, double q) {
        return value(
                response,
                () -> response.gaps()
                        .map(gaps -> MetricValue.ofNanos(gaps.quantileNanos(q)))
                        .orElseGet(() -> MetricValue.absent(Absence.ALL_AT_ONCE)));
    }
}
