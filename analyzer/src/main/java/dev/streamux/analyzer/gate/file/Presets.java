package dev.streamux.analyzer.gate.file;

import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.trace.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ready-made rules.
 *
 * <p>{@code chat}: a first text within the second that keeps a flow of thought (Nielsen's limit), a reader who hardly
 * waits, no lump of half the answer. {@code voice}: speech starts within 500 ms and never waits for text. {@code
 * mlperf-…}: the limits of MLPerf Inference (server and interactive scenarios) for p99 of the time to the first token and per output token.
 */
public final class Presets {
    private static final Map<String, List<String>> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "chat",
                List.of(
                        "streamed",
                        "truncated.share <= 0%",
                        "complete.share >= 99%",
                        "time-to-first-visible-text.p90 < 1s",
                        "reader-wait.p90 < 1.5s",
                        "largest-burst-share.p50 < 50%"));
        RULES.put(
                "voice",
                List.of(
                        "streamed",
                        "truncated.share <= 0%",
                        "complete.share >= 99%",
                        "time-to-first-visible-text.p90 < 500ms",
                        "time-to-first-sentence.p90 < 1.2s",
                        "longest-gap.p90 < 400ms"));
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

    private Presets() {}

    private static void mlperf(String name, int firstMillis, int perTokenMillis) {
        RULES.put(
                name,
                List.of(
                        "time-to-first-token.p99 < " + firstMillis + "ms",
                        "time-per-output-token.p99 < " + perTokenMillis + "ms"));
    }

    /** The names of all presets. */
    public static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    /**
     * The rules of a preset.
     *
     * @throws InvalidInputException if there is none of this name
     */
    public static List<GateRule> rules(String name) {
        List<String> texts = RULES.get(name);
        if (texts == null) {
            throw new InvalidInputException("preset is \"" + name + "\"; did you mean \"" + NearestKey.of(name, names())
                    + "\"? the presets are " + String.join(", ", names()));
        }
        return texts.stream().map(text -> GateRule.of(text, "preset " + name)).toList();
    }
}
