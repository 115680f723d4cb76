package dev.streamux.reports.page;

import dev.streamux.reports.words.Sentence;
import java.util.List;

/**
 * A part of the page under its own heading.
 *
 * @param id its anchor: letters, digits and hyphens
 * @param heading what it answers
 * @param paragraphs plain text before the figures
 * @param figures pictures
 * @param tables tables that are always open
 */
public record Section(String id, String heading, List<String> paragraphs, List<Figure> figures, List<Table> tables) {
    public Section {
        paragraphs = paragraphs.stream().map(Sentence::unbroken).toList();
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    /** A section of words and pictures. */
    public static Section of(String id, String heading, String paragraph, Figure... figures) {
        return new Section(id, heading, List.of(paragraph), List.of(figures), List.of());
    }

    /** A section of words and a table. */
    public static Section of(String id, String heading, String paragraph, Table table) {
        return new Section(id, heading, List.of(paragraph), List.of(), List.of(table));
    }
}
