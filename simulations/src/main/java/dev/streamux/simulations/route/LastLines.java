package dev.streamux.simulations.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for messages. */
final class LastLines {
    private static final int COUNT = 5;

    private LastLines() {}

    /** A colon and the last lines, each on a line of its own; empty if the log cannot be read. */
    static String of(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - COUNT), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
