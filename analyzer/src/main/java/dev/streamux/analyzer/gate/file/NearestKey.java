package dev.streamux.analyzer.gate.file;

import java.util.Comparator;
import java.util.List;

/** What a user may have meant. */
final class NearestKey {
    private NearestKey() {}

    /** The known word with the fewest edits (Levenshtein) to {@code word}; {@code known} is not empty. */
    static String of(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .orElseThrow();
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
