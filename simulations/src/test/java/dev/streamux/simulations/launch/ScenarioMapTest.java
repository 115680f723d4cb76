package dev.streamux.simulations.launch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioMapTest {
    @TempDir
    private Path folder;

    /** A map whose order changes from process to process would pass here once in 6⁵ processes. */
    @Test
    void everyMapKeepsTheOrderOfTheScenarioFile() throws IOException {
        Map<String, Object> map = of("{open: {rate-per-second: 5}}");
        assertThat(map.keySet())
                .containsExactly(
                        "name",
                        "question",
                        "seed",
                        "target",
                        "arms",
                        "load",
                        "phases",
                        "answers",
                        "conversation",
                        "prompts",
                        "budgets",
                        "limits",
                        "client");
        assertThat(keys(map, "phases")).containsExactly("warmup", "measure", "cooldown");
        assertThat(keys(map, "answers")).containsExactly("tokens", "ttft", "itl");
        assertThat(keys(map, "conversation")).containsExactly("turns", "think-time");
        assertThat(keys(map, "limits")).containsExactly("connect", "idle", "total");
        Map<?, ?> open = inner(inner(map, "load"), "open");
        assertThat(keys(open)).containsExactly("spacing", "stages");
        Map<?, ?> stage = (Map<?, ?>) ((List<?>) requireNonNull(open.get("stages"))).get(0);
        assertThat(keys(stage)).containsExactly("from-per-second", "to-per-second", "during");
        Map<?, ?> closed = inner(inner(of("{closed: {users: 2, ramp: 1s, think-time: 1s}}"), "load"), "closed");
        assertThat(keys(closed)).containsExactly("users", "ramp", "think-time");
    }

    private Map<String, Object> of(String load) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                # In which order?
                name: s
                arms: [{name: well}]
                load: %s
                phases: {warmup: 1s, measure: 3s, cooldown: 1s}
                answers: {tokens: 20, ttft: 50ms, itl: 5ms}
                """.formatted(load));
        return ScenarioMap.of(ScenarioReader.read(file));
    }

    private static List<String> keys(Map<?, ?> map, String key) {
        return keys(inner(map, key));
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> inner(Map<?, ?> map, String key) {
        return (Map<?, ?>) requireNonNull(map.get(key));
    }
}
