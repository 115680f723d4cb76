package dev.streamux.reports.gate;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code gate.json}, {@code junit.xml} and {@code summary.md} into a folder. */
public final class GateFiles {
    private GateFiles() {}

    /**
     * Writes the three files, replacing older ones.
     *
     * @throws InvalidInputException if the folder cannot be written to
     */
    public static void write(GateReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("gate.json"), GateJson.of(report));
            Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(report));
            Files.writeString(folder.resolve("summary.md"), MarkdownSummary.of(report));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the gate's files cannot be written to " + folder + ": " + e.getMessage()
                            + "; name another folder with --out",
                    e);
        }
    }
}
