package dev.streamux.analyzer.gate.verdict;

import java.util.List;
import java.util.Optional;

/**
 * Another run that the judged one was compared with.
 *
 * @param path its directory, for people
 * @param startedAt the wall-clock time of its start, ISO 8601 in UTC; empty if it does not say
 * @param differences in what its machine, tool version and scenario differ from the judged run's, one clause each
 * @param distrust why its times cannot be trusted, one clause each
 */
public record BaselineRun(String path, Optional<String> startedAt, List<String> differences, List<String> distrust) {
    public BaselineRun {
        differences = List.copyOf(differences);
        distrust = List.copyOf(distrust);
    }

    /** Why its times cannot be held against the judged run's, one clause each; empty if they can. */
    public List<String> objections() {
        return distrust.isEmpty()
                ? differences
                : List.of("the baseline run cannot be trusted: " + String.join("; ", distrust));
    }

    /** The run in a sentence: where it is, of when, and whether it can be compared. */
    public String text() {
        String fingerprint = differences.isEmpty()
                ? "same machine, tool version and scenario"
                : "NOT comparable: " + String.join("; ", differences);
        String trust = distrust.isEmpty() ? "" : "; NOT to be trusted: " + String.join("; ", distrust);
        return path + ", started " + startedAt.orElse("at a time that it does not say") + "; " + fingerprint + trust;
    }
}
