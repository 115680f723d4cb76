package dev.streamux.analyzer.gate.file;

import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.NamedLimits;
import dev.streamux.analyzer.gate.rule.NearestWord;
import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Ready-made rules: the {@link NamedLimits} as budgets, and what else belongs to their use. */
public final class Presets {
    private static final List<String> WHOLE = List.of("streamed", "truncated.share <= 0%", "complete.share >= 99%");
    private static final String BENCHMARK = "mlperf-";

    private Presets() {}

    private static List<String> texts(String name, List<String> limits) {
        if (name.startsWith(BENCHMARK)) {
            return budgets(limits, "p99");
        }
        List<String> texts = new ArrayList<>(WHOLE);
        texts.addAll(budgets(limits, "p90"));
        if (name.equals("chat")) {
            texts.add("largest-burst-share.p50 < 50%");
        }
        return texts;
    }

    /** {@code reader-wait < 1s} as {@code reader-wait.p90 < 1s}. */
    private static List<String> budgets(List<String> limits, String statistic) {
        return limits.stream()
                .map(limit -> limit.replaceFirst(" ", "." + statistic + " "))
                .toList();
    }

    /** The names of all presets. */
    public static List<String> names() {
        return NamedLimits.names();
    }

    /**
     * The rules of a preset.
     *
     * @throws InvalidInputException if there is none of this name
     */
    public static List<GateRule> rules(String name) {
        List<String> limits = NamedLimits.of(name)
                .orElseThrow(() -> new InvalidInputException("preset is \"" + name + "\"; did you mean \""
                        + NearestWord.of(name, names()) + "\"? the presets are " + String.join(", ", names())));
        return texts(name, limits).stream()
                .map(text -> GateRule.of(text, "preset " + name))
                .toList();
    }
}
