package dev.streamux.reports.text;

import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.finding.Finding.Reason;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** The report for a pull request or a job's summary: far below the 60 KB that a comment takes. */
public final class MarkdownReport {
    private static final int MOST_ROWS = 60;
    private static final int NAME = 80;

    private MarkdownReport() {}

    /** The whole report, with a newline at its end. */
    public static String of(RunReport report) {
        StringBuilder out = new StringBuilder();
        out.append("### ").append(Escape.markdown(report.headline())).append("\n\n");
        if (!report.result().selfCheck().valid()) {
            report.result()
                    .selfCheck()
                    .reasons()
                    .forEach(reason ->
                            out.append("- ").append(Escape.markdown(reason)).append('\n'));
            out.append('\n');
        }
        table(out, Overview.of(report.result()));
        Findings.of(report.result(), report.annex().routes()).forEach(finding -> finding(out, finding));
        out.append(
                        "Medians over complete answers, from the intended start of each question. The modelled slow share is")
                .append(" a model, not a measurement.\n");
        return out.toString();
    }

    private static void table(StringBuilder out, Overview overview) {
        if (overview.rows().isEmpty()) {
            return;
        }
        row(out, overview.headings());
        row(
                out,
                overview.headings().stream()
                        .map(heading -> heading.equals("arm") ? "---" : "---:")
                        .toList());
        overview.rows().stream()
                .limit(MOST_ROWS)
                .map(row -> row.stream().map(MarkdownReport::cell).toList())
                .forEach(row -> row(out, row));
        int more = overview.rows().size() - MOST_ROWS;
        out.append(more > 0 ? "\nand " + more + " more arms\n\n" : "\n");
    }

    private static String cell(String text) {
        return Escape.markdown(Sentence.shortened(text, NAME));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void finding(StringBuilder out, Finding finding) {
        out.append("**")
                .append(finding.severity().sign())
                .append(' ')
                .append(finding.verdict())
                .append(": ");
        out.append(Escape.markdown(Sentence.names(finding.arms()))).append("** ");
        out.append(Escape.markdown(finding.feeling())).append("\n\n");
        for (Cause cause : finding.causes()) {
            if (!cause.fix().isEmpty()) {
                String why =
                        cause.reasons().stream().map(Reason::why).distinct().collect(Collectors.joining(" "));
                out.append("- ").append(Escape.markdown(why)).append(" Fix: ").append(Escape.markdown(cause.fix()));
                out.append(cause.code().isEmpty() ? "" : " `" + cause.code() + "`")
                        .append('\n');
            }
        }
        out.append('\n');
    }
}
