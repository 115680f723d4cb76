package dev.streamux.cli;

import dev.streamux.analyzer.comparison.Comparison;
import dev.streamux.analyzer.comparison.PlainWords;
import dev.streamux.analyzer.comparison.RunPair;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux compare-runs}: two runs, or two arms of one, against each other. */
@Command(
        name = "compare-runs",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two runs arm by arm, or two arms of one run, and says in plain words what is faster.",
            "Answers to the same seeds are paired. Every effect comes with its interval; what the data do not",
            "carry is called undecided. For a verdict that fails a build, see streamux gate."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux compare-runs out/base out/head",
            "  ./streamux compare-runs out/run --arms direct,nginx-default"
        })
final class CompareRunsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The baseline run.")
    private Path first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "The run to compare with it.")
    private @Nullable Path second;

    @Option(
            names = "--arms",
            split = ",",
            paramLabel = "ARM",
            description = "Two arms of one run, the baseline first; or, of two runs, the arms to compare.")
    private List<String> arms = List.of();

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "ID",
            description = "The metrics to compare. Default: what a reader feels.")
    private List<String> metrics = List.of();

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the intervals. Default: ${DEFAULT-VALUE}.")
    private double confidence;

    @Override
    public Integer call() {
        if (!(confidence > 0 && confidence < 1)) {
            throw new InvalidInputException("--confidence is " + confidence + "; it must be above 0 and below 1");
        }
        RunPair pair = new RunPair(metrics, confidence);
        List<Comparison> comparisons = second == null
                ? pair.arms(RunDirectory.open(first), arms)
                : pair.runs(RunDirectory.open(first), RunDirectory.open(second), arms);
        PrintWriter out = spec.commandLine().getOut();
        comparisons.forEach(comparison ->
                out.println(comparison.verdict().word().toUpperCase(Locale.ROOT) + "  " + PlainWords.of(comparison)));
        out.flush();
        pair.warnings().forEach(warning -> spec.commandLine().getErr().println("streamux: " + warning));
        return ExitCodes.PASS;
    }
}
