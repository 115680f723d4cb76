package dev.streamux.analyzer.comparison;

import dev.streamux.trace.run.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two runs must share for their times to be compared: the machine, the tool and the scenario. */
public final class RunFingerprint {
    private static final List<String> MACHINE = List.of("cores", "cpu", "jdk", "os");
    // Where it went and with which seed may differ: that is what a comparison is for, or it changes nothing that
    // counts.
    private static final Set<String> FREE =
            Set.of("out", "target", "url", "base-url", "baseUrl", "port", "mockPort", "mock-port", "seed", "name");

    private RunFingerprint() {}

    /** In what the runs differ, one clause each, in a fixed order; empty if they can be compared. */
    public static List<String> differences(RunManifest baseline, RunManifest run) {
        List<String> differences = new ArrayList<>();
        add(differences, "tool version", baseline.toolVersion(), run.toolVersion());
        for (String key : MACHINE) {
            add(differences, key, baseline.machine().get(key), run.machine().get(key));
        }
        Map<String, Object> before = flat(baseline.scenario());
        Map<String, Object> after = flat(run.scenario());
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            add(differences, "scenario " + key, before.get(key), after.get(key));
        }
        return differences;
    }

    private static void add(
            List<String> differences,
            String what,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        // Numbers of one value may come back from JSON as another type.
        if (!Objects.equals(String.valueOf(before), String.valueOf(after))) {
            differences.add(what + " was " + before + " and is " + after);
        }
    }

    private static Map<String, Object> flat(Map<String, Object> scenario) {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", scenario, flat);
        return flat;
    }

    private static void flatten(String path, Map<?, ?> map, Map<String, Object> flat) {
        map.forEach((key, value) -> {
            String name = path + key;
            if (FREE.contains(String.valueOf(key))) {
                return;
            }
            if (value instanceof Map<?, ?> inner) {
                flatten(name + ".", inner, flat);
            } else {
                flat.put(name, String.valueOf(value));
            }
        });
    }
}
