package dev.streamux.cli;

import dev.streamux.cli.analysis.RunMerge;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux merge}: several runs as one. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Merges the responses of several runs into one run directory.",
            "Refused unless all have the same scenario and version; their seeds and machines may differ. Times of each run keep",
            "their own origin, so only durations are compared, and emissions are not merged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux merge run-1 run-2 --out both",
            "A run and the groups that streamux gate --rounds auto added to it:",
            "  ./streamux merge run run/rounds/* --out all"
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "2..*", paramLabel = "RUN", description = "Run directories.")
    private List<Path> runs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The run directory to make.")
    private Path out;

    @Override
    public Integer call() {
        RunMerge merge = RunMerge.of(runs.stream().map(RunDirectory::open).toList());
        long responses = merge.writeTo(out);
        spec.commandLine().getOut().printf("%d responses of %d runs in %s%n", responses, runs.size(), out);
        spec.commandLine().getOut().flush();
        return ExitCodes.PASS;
    }
}
