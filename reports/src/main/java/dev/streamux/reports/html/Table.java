package dev.streamux.reports.html;

import dev.streamux.reports.words.Escape;
import java.util.List;

/**
 * A table of words; the first cell of each row is its heading. Control characters of untrusted text are made visible here,
 * markup in the template.
 *
 * @param caption what it shows
 * @param headings of the columns
 * @param rows cells as long as {@code headings}
 */
public record Table(String caption, List<String> headings, List<List<String>> rows) {
    public Table {
        headings = headings.stream().map(Escape::line).toList();
        rows = rows.stream().map(row -> row.stream().map(Escape::line).toList()).toList();
    }
}
