package dev.streamux.cli;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ResultWriter;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.run.PerResponseCsv;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.cli.analysis.AnalysisSettings;
import dev.streamux.cli.analysis.PresentationTable;
import dev.streamux.cli.analysis.ResultTable;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux analyze}: from traces to metrics. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = {
            "Computes every metric of a run and prints a table.",
            "RUN is a run directory, whose result.json is written anew, or a bare trace file of any program",
            "that writes the format of docs/formats.md (.jsonl or .sux)."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux analyze responses.jsonl --per-response out.csv")
final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run directory or a trace file.")
    private Path run;

    @Option(
            names = "--per-response",
            paramLabel = "CSV",
            description = "Write one row a response, one column a metric.")
    private @Nullable Path perResponse;

    @Option(names = "--result", paramLabel = "FILE", description = "Write the result here. Default: RUN/result.json.")
    private @Nullable Path result;

    @Option(names = "--json", description = "Print the result as JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--presentations",
            description = "Also print what pages and screen readers make of a sample of 20 answers of each arm;"
                    + " result.json always has it.")
    private boolean presentations;

    @Mixin
    private AnalysisSettings settings;

    @Override
    public Integer call() {
        RunResult analyzed;
        if (perResponse == null) {
            analyzed = analyze(response -> {});
        } else {
            try (PerResponseCsv csv = PerResponseCsv.create(perResponse)) {
                analyzed = analyze(csv::add);
            }
        }
        warnOfLoss(spec, run, analyzed.lostResponses());
        Path target = result == null && Files.isDirectory(run) ? new RunDirectory(run).result() : result;
        if (target != null) {
            ResultWriter.write(analyzed, target);
        }
        spec.commandLine().getOut().print(json ? ResultWriter.toJson(analyzed) : ResultTable.of(analyzed));
        if (presentations) {
            spec.commandLine().getOut().print(PresentationTable.of(analyzed));
        }
        spec.commandLine().getOut().flush();
        return ExitCodes.PASS;
    }

    private RunResult analyze(Consumer<MeasuredResponse> each) {
        AnalysisOptions options = settings.options();
        return Files.isDirectory(run)
                ? RunAnalysis.analyze(RunDirectory.open(run), options, each)
                : RunAnalysis.analyze(run, options, each);
    }

    /** The trace file of a run directory. */
    static Path traceOf(RunDirectory directory) {
        return ResponseStream.traceOf(directory);
    }

    /** Says on standard error how many responses at a torn end were lost. */
    static void warnOfLoss(CommandSpec spec, Path source, long lost) {
        if (lost > 0) {
            spec.commandLine()
                    .getErr()
                    .printf("streamux: %s: %d response(s) at a torn end are lost, the others are read%n", source, lost);
        }
    }
}
