package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.FirstText;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.OptionalLong;

/** The mean time a token, after the first one. */
public final class TimePerOutputToken implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("time-per-output-token", "time per output token")
            .notDelayMonotone(
                    "a first token held back shortens the time between first and last: a buffered answer has the best value")
            .meaning("Needs the token count of the server. It is 0 for an answer that arrives at once, so it "
                    + "cannot see buffering.")
            .formula("(end - first token) / (output tokens - 1)")
            .source("common in LLM serving (TPOT)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        ResponseTrace trace = response.trace();
        if (trace.outcome() != Outcome.COMPLETE) {
            return MetricValue.absent(Absence.NOT_COMPLETE);
        }
        if (trace.usage().isEmpty()) {
            return MetricValue.absent(Absence.NO_USAGE);
        }
        int tokens = trace.usage().get().outputTokens();
        if (tokens < 2) {
            return MetricValue.absent(Absence.FEWER_THAN_TWO_TOKENS);
        }
        OptionalLong first = FirstText.nanos(trace);
        if (first.isEmpty()) {
            return MetricValue.absent(
                    FirstText.isReasoningUntimed(trace) ? Absence.REASONING_TIMES_UNKNOWN : Absence.NO_TEXT);
        }
        return MetricValue.of((trace.endNanos() - first.getAsLong()) / 1e6 / (tokens - 1));
    }
}
