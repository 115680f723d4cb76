package dev.streamux.cli;

import dev.streamux.analyzer.gate.GateVerdict;
import dev.streamux.cli.gate.RehearsedGates;
import dev.streamux.cli.run.NewRun;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./streamux rehearse}: what a gate is worth on this machine. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a gate is worth on this machine, with real runs through mock and client.",
            "Gates on two equal arms must not fail; gates on an arm that the mock slows down by a known share must.",
            "The same on paper, with your rules on a run of yours: streamux gate RUN --prove."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux rehearse --gates 20 --added 15")
final class RehearseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--gates", defaultValue = "5", description = "Gates of each kind. Default: ${DEFAULT-VALUE}.")
    private int gates;

    @Option(names = "--pairs", defaultValue = "40", description = "Answers an arm. Default: ${DEFAULT-VALUE}.")
    private int pairs;

    @Option(
            names = "--added",
            paramLabel = "PERCENT",
            defaultValue = "15",
            description = "What the slow arm takes longer, in percent. Default: ${DEFAULT-VALUE}.")
    private double added;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the answers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the runs here. Default: a new one under runs/.")
    private @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        if (gates < 1 || pairs < 1 || !(added > 0 && added <= 1000)) {
            throw new InvalidInputException("--gates is " + gates + ", --pairs is " + pairs + ", --added is " + added
                    + "; all must be above 0, and --added at most 1000");
        }
        Path folder = out == null ? NewRun.directory("rehearse") : out;
        RehearsedGates rehearsed =
                new RehearsedGates(pairs, seed, spec.commandLine().getErr());
        Map<GateVerdict, Integer> equal = rehearsed.play(folder.resolve("equal"), gates, 0);
        Map<GateVerdict, Integer> slower = rehearsed.play(folder.resolve("slower"), gates, added / 100);
        PrintWriter result = spec.commandLine().getOut();
        result.println(RehearsedGates.line("two equal arms", equal));
        result.println(RehearsedGates.line(String.format(Locale.ROOT, "one arm %.0f %% slower", added), slower));
        result.println("played again because the harness was late: " + rehearsed.replayed());
        result.flush();
        boolean sound = !equal.containsKey(GateVerdict.FAIL) && slower.getOrDefault(GateVerdict.FAIL, 0) == gates;
        return sound ? ExitCodes.PASS : ExitCodes.INCONCLUSIVE;
    }
}
