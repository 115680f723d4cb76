package dev.streamux.analyzer.gate.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a user may have meant. */
public final class NearestWord {
    private static final int SLIP = 2;

    private NearestWord() {}

    /** The known word with the fewest edits (Levenshtein) to {@code word}; {@code known} is not empty. */
    public static String of(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .orElseThrow();
    }

    /** The known word that differs from {@code word} by a slip of the keyboard only, at most two edits; empty if none does. */
    static Optional<String> slipOf(String word, List<String> known) {
        String nearest = of(word, known);
        return edits(word, nearest) <= SLIP ? Optional.of(nearest) : Optional.empty();
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
