package dev.streamux.mockllm.control;

import dev.streamux.mockllm.check.Buckets;
import dev.streamux.mockllm.check.MockStats;
import dev.streamux.mockllm.check.Times;
import dev.streamux.trace.Outcome;
import java.util.Locale;

/** The statistics in Prometheus' text format. */
final class MetricsText {
    private MetricsText() {}

    static String render(MockStats stats, Times times) {
        StringBuilder text = new StringBuilder(8192);
        sample(text, "gauge", "streamux_mock_active", "Answers on their way.", stats.active());
        sample(text, "gauge", "streamux_mock_connections", "Open connections.", stats.connections());
        sample(text, "counter", "streamux_mock_requests_total", "Answers begun.", stats.requests());
        sample(text, "counter", "streamux_mock_refused_total", "Wrong requests.", stats.refused());
        sample(
                text,
                "counter",
                "streamux_mock_turned_away_total",
                "No HTTP, too large, slow or many.",
                stats.turnedAway());
        sample(
                text,
                "gauge",
                "streamux_mock_running_tokens",
                "Tokens of answers in memory.",
                stats.budget().running());
        sample(
                text,
                "counter",
                "streamux_mock_over_budget_total",
                "Answers refused for memory.",
                stats.budget().refused());
        sample(text, "gauge", "streamux_mock_healthy", "1 while no declared limit is broken.", stats.healthy() ? 1 : 0);
        sample(text, "counter", "streamux_mock_emissions_lost_total", "Emissions not recorded.", stats.emissionsLost());
        // The names that dashboards of the field know, from vLLM; what they show is measured, not planned.
        sample(text, "gauge", "vllm:num_requests_running", "Answers on their way.", stats.active());
        sample(text, "gauge", "vllm:num_requests_waiting", "Answers that wait for their turn.", stats.waiting());
        sample(text, "counter", "vllm:generation_tokens_total", "Tokens handed to sockets.", stats.tokens());
        sample(text, "counter", "vllm:prompt_tokens_total", "Tokens of all prompts.", stats.promptTokens());
        histograms(text, times);
        head(text, "counter", "streamux_mock_answers_total", "Answers ended, by outcome.");
        for (Outcome outcome : Outcome.values()) {
            text.append("streamux_mock_answers_total{outcome=\"")
                    .append(outcome.word())
                    .append("\"} ");
            text.append(stats.ended(outcome)).append('\n');
        }
        summary(text, "streamux_mock_lateness_seconds", "From due to written.", stats.lateness());
        summary(text, "streamux_mock_loop_delay_seconds", "Lateness of a heartbeat.", stats.loopDelay());
        return text.toString();
    }

    private static void histograms(StringBuilder text, Times times) {
        histogram(text, "vllm:time_to_first_token_seconds", "Arrival to first visible text.", times.firstToken());
        histogram(text, "vllm:inter_token_latency_seconds", "From one event with tokens to the next.", times.gap());
        // The older name of the same, which most dashboards still ask for.
        histogram(text, "vllm:time_per_output_token_seconds", "From one event with tokens to the next.", times.gap());
        histogram(text, "vllm:request_queue_time_seconds", "Waiting for a turn.", times.queued());
        histogram(text, "vllm:e2e_request_latency_seconds", "Arrival to end, complete answers.", times.whole());
    }

    private static void histogram(StringBuilder text, String name, String help, Buckets buckets) {
        head(text, "histogram", name, help);
        Buckets.Snapshot now = buckets.snapshot();
        for (Buckets.Range range : now.ranges()) {
            bucket(text, name, Double.toString(range.boundNanos() / 1e9), range.atMost());
        }
        bucket(text, name, "+Inf", now.count());
        text.append(name).append("_sum ").append(now.sumNanos() / 1e9).append('\n');
        text.append(name).append("_count ").append(now.count()).append('\n');
    }

    private static void bucket(StringBuilder text, String name, String bound, long atMost) {
        text.append(name)
                .append("_bucket{le=\"")
                .append(bound)
                .append("\"} ")
                .append(atMost)
                .append('\n');
    }

    private static void head(StringBuilder text, String type, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder text, String type, String name, String help, long value) {
        head(text, type, name, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void summary(StringBuilder text, String name, String help, MockStats.Quantiles millis) {
        head(text, "summary", name, help);
        quantile(text, name, "0.5", millis.p50(), millis.count());
        quantile(text, name, "0.9", millis.p90(), millis.count());
        quantile(text, name, "0.99", millis.p99(), millis.count());
        text.append(name).append("_count ").append(millis.count()).append('\n');
    }

    private static void quantile(StringBuilder text, String name, String rank, double millis, long count) {
        text.append(name).append("{quantile=\"").append(rank).append("\"} ");
        text.append(count == 0 ? "NaN" : String.format(Locale.ROOT, "%.9f", millis / 1e3))
                .append('\n');
    }
}
