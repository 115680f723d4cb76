package dev.streamux.simulations.atlas;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows as text: CSV for programs, Markdown for documents, HTML for people. */
public final class AtlasTable {
    private final List<AtlasRow> rows;
    private final String title;

    /**
     * A table.
     *
     * @param title names date and machine
     */
    public AtlasTable(List<AtlasRow> rows, String title) {
        this.rows = List.copyOf(rows);
        this.title = title;
    }

    /** One line a row, one column a behaviour, with a header line; fields are quoted as RFC 4180 says. */
    public String csv() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder csv = new StringBuilder(
                line(AtlasCells.of(rows.get(0)).keySet().stream().toList()));
        rows.forEach(row -> csv.append(line(List.copyOf(AtlasCells.of(row).values()))));
        return csv.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** The columns that a reader of a document wants. */
    public String markdown() {
        List<String> columns = List.of("route", "version", "streams", "verdict");
        StringBuilder text = new StringBuilder("| " + String.join(" | ", columns) + " |\n|---|---|---|---|\n");
        for (AtlasRow row : rows) {
            Map<String, String> cells = AtlasCells.of(row);
            text.append(columns.stream()
                            .map(column -> cells.getOrDefault(column, "").replace("|", "\\|"))
                            .collect(Collectors.joining(" | ", "| ", " |")))
                    .append('\n');
        }
        return text.toString();
    }

    /** A page that stands alone. */
    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>");
        page.append(escaped(title)).append("</title><style>");
        page.append("body{font:14px system-ui;margin:2em}table{border-collapse:collapse}");
        page.append("td,th{border:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top}");
        page.append("th{position:sticky;top:0;background:#eee}.yes{background:#d8f0d8}.no{background:#f6d0d0}");
        page.append(".not-with-gzip{background:#f8ecc8}</style><h1>Can I stream through it?</h1><p>");
        page.append(escaped(title)).append("</p><div style=overflow-x:auto><table>");
        if (!rows.isEmpty()) {
            page.append("<thead><tr>");
            AtlasCells.of(rows.get(0))
                    .keySet()
                    .forEach(name -> page.append("<th>").append(escaped(name)));
            page.append("</thead>");
        }
        for (AtlasRow row : rows) {
            page.append("<tr>");
            AtlasCells.of(row)
                    .forEach((name, value) -> page.append(
                                    "streams".equals(name)
                                            ? "<td class=\"" + escaped(value.replace(' ', '-')) + "\">"
                                            : "<td>")
                            .append(escaped(value)));
        }
        return page.append("</table></div></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
