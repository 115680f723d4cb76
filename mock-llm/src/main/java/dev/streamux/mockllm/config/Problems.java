package dev.streamux.mockllm.config;

import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that all of it can be told at once. */
final class Problems {
    private final Path file;
    private final List<String> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    /** Notes a problem; lines are counted from 1. */
    void add(int line, String problem) {
        found.add(file + ":" + line + ": " + problem);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(String.join(System.lineSeparator(), found));
        }
    }
}
