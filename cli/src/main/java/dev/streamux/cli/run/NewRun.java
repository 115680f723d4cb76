package dev.streamux.cli.run;

import dev.streamux.cli.Version;
import dev.streamux.trace.run.MachineFacts;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The start of a run: where its files go and what its manifest says before anything was measured. */
public final class NewRun {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private NewRun() {}

    /** A directory under {@code runs/} that is not there yet, named after the command and the time. */
    public static Path directory(String command) {
        Path base = Path.of("runs", command + "-" + STAMP.format(Instant.now()));
        Path free = base;
        for (int i = 2; Files.exists(free); i++) {
            free = base.resolveSibling(base.getFileName() + "-" + i);
        }
        return free;
    }

    /** Removes the traces of an earlier run, whose clock was another. */
    public static void clear(RunDirectory run) {
        try {
            Files.deleteIfExists(run.responses());
            Files.deleteIfExists(run.emissions());
            Files.deleteIfExists(run.diagnosis());
        } catch (IOException e) {
            throw new UncheckedIOException(run.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** A manifest whose clock starts now, not complete yet. */
    public static RunManifest manifest(
            List<String> commandLine, long seed, Map<String, Object> scenario, List<String> arms) {
        return new RunManifest(
                RunManifest.SCHEMA,
                Version.text(),
                commandLine,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.nanoTime(),
                false,
                seed,
                scenario,
                arms,
                MachineFacts.read(),
                SelfCheck.NONE);
    }
}
