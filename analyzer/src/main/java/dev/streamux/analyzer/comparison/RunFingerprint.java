package dev.streamux.analyzer.comparison;

import dev.streamux.trace.run.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two runs must share for their times to be compared: the machine, the tool and the scenario.
 *
 * <p>A scenario is compared value by value under the path of its keys, such as {@code arms[1].route}; in which order a file
 * has its keys tells nothing.
 */
public final class RunFingerprint {
    private static final List<String> MACHINE = List.of("cores", "cpu", "jdk", "os");
    // Where it went and with which seed may differ: that is what a comparison is for, or it changes nothing that
    // counts.
    private static final Set<String> FREE =
            Set.of("out", "target", "url", "base-url", "baseUrl", "port", "mockPort", "mock-port", "seed");
    // What a scenario is called is free; what an arm is called is not, because arms are matched by it.
    private static final Set<String> FREE_AT_THE_TOP = Set.of("name", "question");

    private RunFingerprint() {}

    /** In what the runs differ, one clause each, in a fixed order; empty if they can be compared. */
    public static List<String> differences(RunManifest baseline, RunManifest run) {
        List<String> differences = new ArrayList<>();
        addVersion(differences, baseline, run);
        for (String key : MACHINE) {
            add(
                    differences,
                    key,
                    text(baseline.machine().get(key)),
                    text(run.machine().get(key)));
        }
        addScenario(differences, baseline, run);
        return List.copyOf(differences);
    }

    /**
     * In what the experiments of the runs differ, wherever they were played: tool version and scenario; one clause each, in a
     * fixed order.
     */
    public static List<String> experimentDifferences(RunManifest baseline, RunManifest run) {
        List<String> differences = new ArrayList<>();
        addVersion(differences, baseline, run);
        addScenario(differences, baseline, run);
        return List.copyOf(differences);
    }

    private static void addVersion(List<String> differences, RunManifest baseline, RunManifest run) {
        add(differences, "tool version", text(baseline.toolVersion()), text(run.toolVersion()));
    }

    private static void addScenario(List<String> differences, RunManifest baseline, RunManifest run) {
        Map<String, String> before = flat(baseline.scenario());
        Map<String, String> after = flat(run.scenario());
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            add(
                    differences,
                    "scenario " + key,
                    Optional.ofNullable(before.get(key)),
                    Optional.ofNullable(after.get(key)));
        }
    }

    private static void add(List<String> differences, String what, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            differences.add(what + " was " + before.orElse("not given") + " and is " + after.orElse("not given"));
        }
    }

    /** As text, because numbers of one value may come back from JSON as another type. */
    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(String::valueOf);
    }

    private static Map<String, String> flat(Map<String, Object> scenario) {
        Map<String, String> flat = new TreeMap<>();
        scenario.forEach((key, value) -> {
            if (!FREE_AT_THE_TOP.contains(key)) {
                flattenEntry(key, key, value, flat);
            }
        });
        return flat;
    }

    private static void flattenEntry(String key, String path, @Nullable Object value, Map<String, String> flat) {
        if (!FREE.contains(key)) {
            flatten(path, value, flat);
        }
    }

    private static void flatten(String path, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flattenEntry(String.valueOf(key), path + "." + key, inner, flat));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), flat);
            }
        } else if (value != null) {
            flat.put(path, String.valueOf(value));
        }
    }
}
