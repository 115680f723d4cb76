package dev.streamux.mockllm.control;

import dev.streamux.mockllm.check.Limits;
import dev.streamux.mockllm.check.MockStats;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.trace.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The JSON of the control plane. */
final class ControlText {
    private ControlText() {}

    static String error(String message) {
        return "{\"error\":{\"type\":\"not_found_error\",\"message\":" + JsonText.quote(message) + "}}";
    }

    static String health(MockStats stats) {
        return "{\"status\":\"" + (stats.healthy() ? "ok" : "late") + "\",\"reasons\":" + list(stats.reasons())
                + ",\"notices\":" + list(stats.notices())
                + ",\"lateness\":" + quantiles(stats.lateness())
                + ",\"loopDelay\":" + quantiles(stats.loopDelay())
                + ",\"gcPauseMillis\":" + number(stats.gcPauseMillis())
                + ",\"limits\":" + limits(stats.limits()) + "}";
    }

    static String stats(MockStats stats) {
        String otherEnds = Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.COMPLETE)
                .map(outcome -> "\"" + outcome.word() + "\":" + stats.ended(outcome))
                .collect(Collectors.joining(","));
        return "{\"active\":" + stats.active() + ",\"waiting\":" + stats.waiting() + ",\"connections\":"
                + stats.connections()
                + ",\"runningTokens\":" + stats.budget().running()
                + ",\"mostRunningTokens\":" + stats.budget().most()
                + ",\"overBudget\":" + stats.budget().refused()
                + ",\"bodyBytes\":" + stats.bodyBytes()
                + ",\"requests\":" + stats.requests() + ",\"refused\":" + stats.refused()
                + ",\"turnedAway\":" + stats.turnedAway()
                + ",\"completed\":" + stats.ended(Outcome.COMPLETE)
                + "," + otherEnds + ",\"tokens\":" + stats.tokens()
                + ",\"promptTokens\":" + stats.promptTokens()
                + ",\"latenessMillis\":" + quantiles(stats.lateness())
                + ",\"loopDelayMillis\":" + quantiles(stats.loopDelay())
                + ",\"gcPauseMillis\":" + number(stats.gcPauseMillis())
                + ",\"emissionsLost\":" + stats.emissionsLost()
                + ",\"healthy\":" + stats.healthy() + ",\"reasons\":" + list(stats.reasons())
                + ",\"notices\":" + list(stats.notices()) + "}";
    }

    private static String list(List<String> sentences) {
        return sentences.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
    }

    private static String limits(Limits limits) {
        return "{\"latenessP99Millis\":" + number(limits.latenessMillis()) + ",\"loopDelayP99Millis\":"
                + number(limits.loopDelayMillis()) + ",\"gcShare\":" + number(limits.gcShare()) + "}";
    }

    /** Percentiles of nothing are null, never 0. */
    private static String quantiles(MockStats.Quantiles quantiles) {
        if (quantiles.count() == 0) {
            return "{\"count\":0,\"p50\":null,\"p90\":null,\"p99\":null,\"max\":null}";
        }
        return "{\"count\":" + quantiles.count() + ",\"p50\":" + number(quantiles.p50()) + ",\"p90\":"
                + number(quantiles.p90()) + ",\"p99\":" + number(quantiles.p99()) + ",\"max\":"
                + number(quantiles.max()) + "}";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** The run's clock and the one under it, so that another process on the host can place its stamps. */
    static String clock(long nanos) {
        long system = System.nanoTime();
        return "{\"nanos\":" + nanos + ",\"originNanoTime\":" + (system - nanos) + "}";
    }
}
