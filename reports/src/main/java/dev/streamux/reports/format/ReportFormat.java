package dev.streamux.reports.format;

import dev.streamux.reports.html.HtmlReport;
import dev.streamux.reports.picture.Pictures;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.MarkdownReport;
import dev.streamux.reports.text.SummaryCsv;
import dev.streamux.reports.text.TextReport;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms a report comes in. */
public enum ReportFormat {
    /** One page in one file. */
    HTML,
    /** A table and sentences for the terminal. */
    TEXT,
    /** A table and findings for a pull request or a job's summary. */
    MARKDOWN,
    /** Every number, a row for each arm and metric. */
    CSV,
    /** The key pictures for slides. */
    PNG;

    /**
     * Writes the report.
     *
     * @param run where a page goes unless {@code out} says otherwise
     * @param out the file or, for pictures, the folder; empty for the usual place
     * @return what to print on standard output: the report itself, or the path it was written to with a newline
     * @throws InvalidInputException if the target cannot be written
     */
    public String write(RunReport report, RunDirectory run, Optional<Path> out) {
        return switch (this) {
            case HTML -> {
                Path file = out.orElse(run.report());
                save(file, HtmlReport.render(report));
                yield file + "\n";
            }
            case TEXT -> saved(TextReport.of(report), out);
            case MARKDOWN -> saved(MarkdownReport.of(report), out);
            case CSV -> saved(SummaryCsv.of(report.result()), out);
            case PNG -> pictures(report, out.orElse(run.path().resolve("pictures")));
        };
    }

    private static String pictures(RunReport report, Path folder) {
        try {
            return Pictures.write(report, folder).stream()
                    .map(file -> file + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new InvalidInputException(
                    "pictures cannot be written to " + folder + ": " + e.getMessage() + "; name a folder with --out",
                    e);
        }
    }

    private static String saved(String text, Optional<Path> out) {
        if (out.isEmpty()) {
            return text;
        }
        save(out.get(), text);
        return out.get() + "\n";
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + " cannot be written: " + e.getMessage() + "; name another place with --out", e);
        }
    }
}
