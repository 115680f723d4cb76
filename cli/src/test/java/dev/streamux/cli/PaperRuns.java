package dev.streamux.cli;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs that nobody played: arms of 40 seeded answers whose first text comes when the test says. */
final class PaperRuns {
    private static final long MS = 1_000_000;
    private static final int ANSWERS = 40;

    private PaperRuns() {}

    /** A run whose arms have their first text after so many milliseconds, and a piece every 40 ms from then on. */
    static Path run(Path folder, int cores, Map<String, Integer> firstMillis) {
        RunDirectory run = RunDirectory.create(folder);
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            for (int i = 0; i < ANSWERS; i++) {
                for (Map.Entry<String, Integer> arm : firstMillis.entrySet()) {
                    writer.write(answer(arm.getKey(), i, arm.getValue()));
                }
            }
        }
        manifest(Map.of("name", "paper"), List.copyOf(firstMillis.keySet()), Map.of("cores", cores))
                .write(run.manifest());
        return run.path();
    }

    /** Lets a run say that it was made from this scenario. */
    static void noteScenario(Path folder, Map<String, Object> scenario) {
        Path file = new RunDirectory(folder).manifest();
        RunManifest made = RunManifest.read(file);
        manifest(scenario, made.arms(), made.machine()).write(file);
    }

    private static RunManifest manifest(Map<String, Object> scenario, List<String> arms, Map<String, Object> machine) {
        return new RunManifest(
                RunManifest.SCHEMA, "1", List.of(), "", 0, true, 1, scenario, arms, machine, SelfCheck.NONE);
    }

    private static ResponseTrace answer(String arm, int i, int firstMillis) {
        long start = i * 1000L * MS;
        long first = start + firstMillis * MS + i % 7 * MS;
        Chunks.Builder chunks = Chunks.builder();
        for (int k = 0; k < 50; k++) {
            chunks.add(first + k * 40L * MS, 10, 60);
        }
        return ResponseTrace.builder(arm + "-" + i)
                .arm(arm)
                .intendedNanos(start)
                .sentNanos(start)
                .firstByteNanos(first)
                .endNanos(first + 2000 * MS)
                .chunks(chunks.build())
                .text("word five ".repeat(50))
                .attribute("seed", String.valueOf(i))
                .attribute("round", String.valueOf(i))
                .build();
    }
}
