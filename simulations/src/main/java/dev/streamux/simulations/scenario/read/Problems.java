package dev.streamux.simulations.scenario.read;

import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The mistakes of one file, collected so that all can be told at once. Not thread-safe. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private record Problem(int line, String text) {}

    /** No mistake in this file yet. */
    Problems(String file) {
        this.file = file;
    }

    /** Notes a mistake at a line, counted from 1. */
    void add(int line, String text) {
        found.add(new Problem(line, text));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the reading if there was a mistake.
     *
     * @throws InvalidInputException one line a mistake, in the order of the file
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(problem -> file + ":" + problem.line() + ": " + problem.text())
                    .collect(Collectors.joining("\n")));
        }
    }
}
