package dev.streamux.trace.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run notes of the machine that it ran on, for the manifest and for baselines to compare. */
public final class MachineFacts {
    private MachineFacts() {}

    /**
     * The facts of this machine: {@code cores}, {@code cpu}, {@code memoryMiB}, {@code heapMiB}, {@code openFiles},
     * {@code jdk}, {@code os}; what the platform does not tell is left out. No host or user name.
     */
    public static Map<String, Object> read() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        valueOf("/proc/cpuinfo", "model name").ifPresent(value -> facts.put("cpu", value));
        valueOf("/proc/meminfo", "MemTotal")
                .map(value -> Long.parseLong(value.replaceAll("\\D", "")) / 1024)
                .ifPresent(mebibytes -> facts.put("memoryMiB", mebibytes));
        facts.put("heapMiB", Runtime.getRuntime().maxMemory() / (1024 * 1024));
        openFiles().ifPresent(limit -> facts.put("openFiles", limit));
        facts.put("jdk", System.getProperty("java.vm.version", "unknown"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return facts;
    }

    /** The soft limit on open files, where the platform tells: each stream needs one on either side. */
    public static Optional<Long> openFiles() {
        return lines("/proc/self/limits").stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.replaceAll("^Max open files\\s+(\\S+).*", "$1"))
                .filter(limit -> limit.chars().allMatch(Character::isDigit))
                .map(Long::parseLong)
                .findFirst();
    }

    private static Optional<String> valueOf(String file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(String file) {
        Path path = Path.of(file);
        try {
            return Files.isReadable(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
