package dev.streamux.reports.html;

import dev.streamux.reports.words.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A part of the page under its own heading.
 *
 * @param id its anchor: letters, digits and hyphens
 * @param heading what it answers
 * @param paragraphs plain text before the figures
 * @param figures pictures
 * @param table a table that is always open
 */
public record Section(String id, String heading, List<String> paragraphs, List<Figure> figures, Optional<Table> table) {
    public Section {
        paragraphs = paragraphs.stream().map(Sentence::unbroken).toList();
        figures = List.copyOf(figures);
    }

    /** A section of words and pictures. */
    static Section of(String id, String heading, String paragraph, Figure... figures) {
        return new Section(id, heading, List.of(paragraph), List.of(figures), Optional.empty());
    }

    /** A section of words and a table. */
    static Section of(String id, String heading, String paragraph, Table table) {
        return new Section(id, heading, List.of(paragraph), List.of(), Optional.of(table));
    }
}
