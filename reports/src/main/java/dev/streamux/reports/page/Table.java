package dev.streamux.reports.page;

import dev.streamux.reports.words.Escape;
import java.util.List;

/**
 * A table of words; the first cell of each row is its heading. Control characters of untrusted text are made visible here,
 * markup in the template.
 *
 * @param prose whether the cells hold sentences, which wrap, and not numbers
 * @param caption what it shows
 * @param headings of the columns
 * @param rows cells as long as {@code headings}
 */
public record Table(boolean prose, String caption, List<String> headings, List<List<String>> rows) {
    public Table {
        headings = headings.stream().map(Escape::line).toList();
        rows = rows.stream().map(row -> row.stream().map(Escape::line).toList()).toList();
    }

    /** A table of numbers, which end at the right and do not wrap. */
    public static Table numbers(String caption, List<String> headings, List<List<String>> rows) {
        return new Table(false, caption, headings, rows);
    }

    /** A table of sentences. */
    public static Table prose(String caption, List<String> headings, List<List<String>> rows) {
        return new Table(true, caption, headings, rows);
    }
}
