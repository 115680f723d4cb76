package dev.streamux.simulations.experiment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with its question, as files and pages show it.
 *
 * @param id a word in kebab-case
 * @param title its heading
 * @param note what the columns mean
 * @param columns the headings; the first column names the row
 * @param rows as many cells as columns; a cell that could not be had is {@code -}
 */
public record Table(String id, String title, String note, List<String> columns, List<List<String>> rows) {
    /** The cell of a value that could not be had. */
    public static final String ABSENT = "-";

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).collect(Collectors.toUnmodifiableList());
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("table " + id + " has a row that is not " + width + " cells wide");
        }
    }

    /** The table for a terminal: aligned columns, the note below. */
    public String text() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .reduce(columns.get(i).length(), Math::max);
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        append(text, columns, widths);
        rows.forEach(row -> append(text, row, widths));
        return text.append("  ").append(note).append('\n').toString();
    }

    private static void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append("  ").append(i == 0 ? cells.get(i) + padding : padding + cells.get(i));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
