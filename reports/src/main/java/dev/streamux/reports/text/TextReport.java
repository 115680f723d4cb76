package dev.streamux.reports.text;

import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.finding.Finding.Reason;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.finding.Headline;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
import java.util.List;

/** The report for a terminal: a table, the finding in one sentence, and what to change. No control characters. */
public final class TextReport {
    private static final int NAME = 28;

    private TextReport() {}

    /** The whole text report, with a newline at its end; a run that is not valid begins with why, and gets no advice. */
    public static String of(RunReport report) {
        RunResult result = report.result();
        StringBuilder out = new StringBuilder();
        if (!result.selfCheck().valid()) {
            out.append(Escape.line(Headline.NOT_VALID)).append(":\n");
            result.selfCheck()
                    .reasons()
                    .forEach(reason ->
                            out.append("  - ").append(Escape.line(reason)).append('\n'));
            out.append('\n');
        }
        if (!result.arms().isEmpty()) {
            out.append(table(Overview.of(result))).append('\n');
        }
        if (result.selfCheck().valid()) {
            out.append(Escape.line(report.headline())).append('\n');
        }
        for (Finding finding : Findings.of(result, report.annex().routes())) {
            finding.causes().forEach(cause -> out.append(fix(cause)));
        }
        return out.toString();
    }

    /** The table of all arms with medians, every line ended by a newline. */
    public static String table(RunResult result) {
        return table(Overview.of(result));
    }

    private static String fix(Cause cause) {
        if (cause.fix().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (Reason reason : cause.reasons()) {
            out.append("  ").append(Escape.line(Sentence.names(reason.arms()))).append(": ");
            out.append(Escape.line(reason.why())).append('\n');
        }
        String code = cause.code().isEmpty() ? "" : " " + cause.code();
        return out + "    fix: " + cause.fix() + code + "\n";
    }

    private static String table(Overview overview) {
        List<List<String>> rows = overview.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> Sentence.shortened(Escape.line(cell), NAME))
                        .toList())
                .toList();
        List<String> headings = overview.headings();
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] =
                    rows.stream().mapToInt(row -> width(row.get(at))).reduce(width(headings.get(column)), Math::max);
        }
        StringBuilder out = new StringBuilder();
        line(out, headings, widths);
        line(out, java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    /** The first and the last column are words and start at the left; numbers end at the right. */
    private static void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String pad = " ".repeat(widths[column] - width(cells.get(column)));
            boolean words = column == 0 || column == widths.length - 1;
            line.append(column == 0 ? "" : "  ").append(words ? cells.get(column) + pad : pad + cells.get(column));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
