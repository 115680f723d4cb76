package dev.streamux.cli;

import dev.streamux.analyzer.gate.file.RulesFile;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.cli.gate.Harm;
import dev.streamux.cli.gate.RehearsedGates;
import dev.streamux.cli.gate.RehearsedSeries;
import dev.streamux.cli.run.InterruptibleWork;
import dev.streamux.cli.run.NewRun;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
            "Gates on two equal arms must not fail. Gates on an arm that the mock slows down by a known share must, and so"
                    + " must gates on an arm behind a proxy that buffers, with a word on buffering.",
            "With --rules yours are rehearsed, whatever their arms are called. A budget is then held against the answers of"
                    + " the rehearsal: first text after 200 ms, then 60 tokens, one every 15 ms.",
            "A gate takes about 8 s, so the default (5 equal, 5 slower, 3 buffered) takes about 100 s, and --gates 20 --pairs 40"
                    + " --added 15, the line of docs/variability.md, five to six minutes. Ctrl-C keeps what was played and prints"
                    + " it.",
            "The same on paper, with your rules on a run of yours: streamux gate RUN --prove."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./streamux rehearse --gates 20 --added 15",
            "  ./streamux rehearse --rules rules.yaml --buffer size:32768"
        })
final class RehearseCommand implements Callable<Integer> {
    // Whether a stream is buffered is no matter of noise: a few gates tell.
    private static final int BUFFERED_GATES = 3;

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

    @Option(
            names = "--buffer",
            paramLabel = "POLICY",
            defaultValue = "full",
            description = "What the buffering proxy does, as in streamux proxy --policy. Default: ${DEFAULT-VALUE}.")
    private String buffer;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The rules to rehearse. Default: streamed, and first text, reader wait and last token within"
                    + " 5 % of the baseline.")
    private @Nullable Path rules;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the answers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the runs here. Default: a new one under runs/.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (gates < 1 || pairs < 1 || !(added > 0 && added <= 1000)) {
            throw new InvalidInputException("--gates is " + gates + ", --pairs is " + pairs + ", --added is " + added
                    + "; all must be above 0, and --added at most 1000");
        }
        Policy policy = Policy.parse(buffer);
        GateRules judging =
                rules == null ? RehearsedGates.defaultRules() : RulesFile.read(rules, LocalDate.now(ZoneOffset.UTC));
        Path folder = out == null ? NewRun.directory("rehearse") : out;
        RehearsedGates rehearsed =
                new RehearsedGates(judging, pairs, seed, spec.commandLine().getErr());
        return InterruptibleWork.call(() -> summarise(rehearsed, play(rehearsed, folder, policy)));
    }

    private List<RehearsedSeries> play(RehearsedGates rehearsed, Path folder, Policy policy) {
        return List.of(
                rehearsed.play(folder.resolve("equal"), gates, new Harm.None()),
                rehearsed.play(folder.resolve("slower"), gates, new Harm.Slower(added / 100)),
                rehearsed.play(folder.resolve("buffered"), Math.min(gates, BUFFERED_GATES), new Harm.Buffered(policy)));
    }

    private int summarise(RehearsedGates rehearsed, List<RehearsedSeries> played) {
        PrintWriter result = spec.commandLine().getOut();
        played.forEach(series -> result.println(series.text()));
        result.println("played again because the harness was late: " + rehearsed.replayed());
        boolean sound = played.stream().allMatch(RehearsedSeries::isSound);
        if (rehearsed.stopped()) {
            result.println("stopped before its end, so nothing is said of the gate; the runs so far are kept");
        } else {
            result.println(
                    sound
                            ? "the gate fires on harm and not on noise"
                            : "the gate is NOT sound here: it failed where nothing was done, or did not where harm was");
        }
        result.flush();
        if (rehearsed.stopped()) {
            return ExitCodes.UNREACHABLE;
        }
        return sound ? ExitCodes.PASS : ExitCodes.INCONCLUSIVE;
    }
}
