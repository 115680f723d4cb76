package dev.streamux.analyzer.metric.onset;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.FirstText;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.ResponseTrace;
import java.util.OptionalLong;

/** The wait for the first text of any kind, reasoning included. */
public final class TimeToFirstToken implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-to-first-token", "time to first token")
            .delayMonotone()
            .meaning("When the first text arrived, be it reasoning or visible. A reader who is not shown the "
                    + "reasoning still waits.")
            .formula("min(first chunk of reasoning, first chunk of visible text) - intended")
            .source("common in LLM serving (TTFT); from the intended start");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        ResponseTrace trace = response.trace();
        OptionalLong first = FirstText.nanos(trace);
        if (first.isPresent()) {
            return MetricValue.ofNanos(first.getAsLong() - trace.intendedNanos());
        }
        return MetricValue.absent(
                FirstText.isReasoningUntimed(trace) ? Absence.REASONING_TIMES_UNKNOWN : Absence.NO_TEXT);
    }
}
