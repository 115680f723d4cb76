package dev.streamux.analyzer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFingerprintTest {
    private static final Map<String, Object> MACHINE = Map.of("cores", 2, "cpu", "one");

    @Test
    void theOrderOfKeysTellsNothingNotEvenInsideLists() {
        RunManifest one =
                run(MACHINE, arms(map("name", "direct", "route", "none"), map("name", "b", "route", "nginx")));
        RunManifest other =
                run(MACHINE, arms(map("route", "none", "name", "direct"), map("route", "nginx", "name", "b")));
        assertThat(RunFingerprint.differences(one, other)).isEmpty();
    }

    @Test
    void whatDiffersInsideAListIsNamedByItsPath() {
        RunManifest one = run(MACHINE, arms(map("name", "direct", "route", "none")));
        RunManifest other = run(MACHINE, arms(map("name", "direct", "route", "nginx"), map("name", "b")));
        assertThat(RunFingerprint.differences(one, other))
                .containsExactly(
                        "scenario arms[0].route was none and is nginx", "scenario arms[1].name was not given and is b");
    }

    @Test
    void theOrderOfArmsCounts() {
        RunManifest one = run(MACHINE, arms(map("name", "a"), map("name", "b")));
        RunManifest other = run(MACHINE, arms(map("name", "b"), map("name", "a")));
        assertThat(RunFingerprint.differences(one, other)).hasSize(2);
    }

    @Test
    void seedAddressNameAndQuestionAreFree() {
        RunManifest one =
                run(MACHINE, map("name", "old", "question", "?", "seed", 1, "target", map("url", "http://a")));
        RunManifest other =
                run(MACHINE, map("name", "new", "question", "!", "seed", 2, "target", map("url", "http://b")));
        assertThat(RunFingerprint.differences(one, other)).isEmpty();
    }

    @Test
    void theMachineIsNoPartOfTheExperiment() {
        RunManifest one = run(MACHINE, map("tokens", 5));
        RunManifest other = run(Map.of("cores", 8, "cpu", "one"), map("tokens", 6));
        assertThat(RunFingerprint.differences(one, other))
                .containsExactly("cores was 2 and is 8", "scenario tokens was 5 and is 6");
        assertThat(RunFingerprint.experimentDifferences(one, other)).containsExactly("scenario tokens was 5 and is 6");
    }

    private static Map<String, Object> arms(Object... arms) {
        return map("arms", List.of(arms));
    }

    /** In the order of the arguments. */
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static RunManifest run(Map<String, Object> machine, Map<String, Object> scenario) {
        return new RunManifest(
                RunManifest.SCHEMA, "1", List.of(), "", 0, true, 1, scenario, List.of(), machine, SelfCheck.NONE);
    }
}
