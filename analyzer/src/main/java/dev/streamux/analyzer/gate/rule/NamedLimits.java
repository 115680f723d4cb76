package dev.streamux.analyzer.gate.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets of limits for an answer that have a name.
 *
 * <p>{@code chat}: a first text within the second that keeps a flow of thought (Nielsen's limit) and a reader who hardly
 * waits. {@code voice}: speech starts within 500 ms and never waits for text. {@code mlperf-…}: the limits of MLPerf
 * Inference (server and interactive scenarios) for the time to the first token and per output token.
 */
public final class NamedLimits {
    private static final Map<String, List<String>> LIMITS = new LinkedHashMap<>();

    static {
        LIMITS.put("chat", List.of("time-to-first-visible-text < 1s", "reader-wait < 1.5s"));
        LIMITS.put(
                "voice",
                List.of("time-to-first-visible-text < 500ms", "time-to-first-sentence < 1.2s", "longest-gap < 400ms"));
        mlperf("mlperf-llama2-70b", 2000, 200);
        mlperf("mlperf-llama2-70b-interactive", 450, 40);
        mlperf("mlperf-llama3.1-8b", 2000, 100);
        mlperf("mlperf-llama3.1-8b-interactive", 500, 30);
        mlperf("mlperf-llama3.1-405b", 6000, 175);
        mlperf("mlperf-llama3.1-405b-interactive", 4500, 80);
        mlperf("mlperf-mixtral", 2000, 200);
        mlperf("mlperf-deepseek-r1", 2000, 80);
        mlperf("mlperf-deepseek-r1-interactive", 1500, 15);
        mlperf("mlperf-gpt-oss-120b", 3000, 80);
        mlperf("mlperf-gpt-oss-120b-interactive", 2000, 20);
    }

    private NamedLimits() {}

    private static void mlperf(String name, int firstMillis, int perTokenMillis) {
        LIMITS.put(
                name,
                List.of(
                        "time-to-first-token < " + firstMillis + "ms",
                        "time-per-output-token < " + perTokenMillis + "ms"));
    }

    /** The names of all sets. */
    public static List<String> names() {
        return List.copyOf(LIMITS.keySet());
    }

    /** The limits of a set as rules write them, such as {@code reader-wait < 1.5s}; empty if there is none of this name. */
    public static Optional<List<String>> of(String name) {
        return Optional.ofNullable(LIMITS.get(name));
    }
}
