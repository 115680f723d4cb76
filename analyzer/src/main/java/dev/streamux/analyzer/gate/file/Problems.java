package dev.streamux.analyzer.gate.file;

import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a file, to tell all of it at once. Not thread-safe. */
final class Problems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    private record Problem(int line, String text) {}

    /** Notes a mistake; {@code line} counts from 1. */
    void add(int line, String text) {
        problems.add(new Problem(line, text));
    }

    /** Notes a mistake at a place that {@link #place} gave. */
    void add(String place, String text) {
        add(Integer.parseInt(place.substring(place.lastIndexOf(':') + 1)), text);
    }

    /** Whether nothing was noted so far. */
    boolean none() {
        return problems.isEmpty();
    }

    /** The place for messages, such as {@code rules.yaml:7}. */
    String place(int line) {
        return file + ":" + line;
    }

    /**
     * Ends the reading if anything was noted.
     *
     * @throws InvalidInputException with a line for each mistake, in the order of the file
     */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(problem -> place(problem.line()) + ": " + problem.text())
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
