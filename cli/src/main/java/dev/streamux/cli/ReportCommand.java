package dev.streamux.cli;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.format.ReportFormat;
import dev.streamux.reports.run.RunPair;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux report}: a run as a page, a text, a table or pictures. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the report of a run: the page that people look at, or the same as text, Markdown, CSV or pictures.",
            "html writes RUN/report.html and png writes RUN/pictures/*.png unless --out says otherwise;",
            "text, markdown and csv go to standard output."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux report runs/latest --format markdown >> \"$GITHUB_STEP_SUMMARY\"")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory.")
    private Path run;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RUN_B",
            description = "A later run to hold against the first; the page is then RUN_B/comparison.html.")
    private @Nullable Path later;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "html",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ReportFormat format;

    @Option(names = "--out", paramLabel = "PATH", description = "Where to write: a file, or a folder for png.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        if (later == null) {
            return print(RunReport.read(directory, AnalysisOptions.DEFAULTS), directory, Optional.ofNullable(out));
        }
        RunDirectory second = RunDirectory.open(later);
        RunReport pair = RunPair.read(directory, second, AnalysisOptions.DEFAULTS);
        boolean page = format == ReportFormat.HTML && out == null;
        return print(
                pair, second, page ? Optional.of(second.path().resolve("comparison.html")) : Optional.ofNullable(out));
    }

    private int print(RunReport report, RunDirectory directory, Optional<Path> target) {
        spec.commandLine().getOut().print(format.write(report, directory, target));
        spec.commandLine().getOut().flush();
        return ExitCodes.PASS;
    }
}
