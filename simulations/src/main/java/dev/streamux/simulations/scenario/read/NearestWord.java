package dev.streamux.simulations.scenario.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
final class NearestWord {
    private NearestWord() {}

    /**
     * The known word with the fewest single-letter changes from {@code word}, if those are at most a third of its
     * length, and at least 1; ties go to the first.
     */
    static Optional<String> of(String word, Collection<String> known) {
        int most = Math.max(1, (word.length() + 2) / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** {@code ; did you mean "x"?} or nothing. */
    static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    }

    /** Levenshtein's distance: insertions, deletions and substitutions. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substitution = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
