package dev.streamux.cli;

import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.run.RunGate;
import dev.streamux.analyzer.gate.run.UnjudgeableRunException;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.cli.gate.GateEnding;
import dev.streamux.cli.gate.GateOutput;
import dev.streamux.cli.gate.GateSettings;
import dev.streamux.cli.rounds.PlayedGate;
import dev.streamux.cli.rounds.RoundsPlayer;
import dev.streamux.cli.rounds.RoundsSettings;
import dev.streamux.cli.run.InterruptibleWork;
import dev.streamux.reports.gate.GateReport;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux gate}: a verdict on a run for CI. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges a run by rules and ends with PASS, FAIL or INCONCLUSIVE.",
            "Writes gate.json, junit.xml and summary.md; needs no token and no network.",
            "Exit codes: 0 pass, 99 fail, 3 inconclusive, 2 wrong rules or input, 4 nothing to judge or stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux gate out/run --rules rules.yaml",
            "  ./streamux gate out/run --preset chat --arms 'nginx-*' --prove",
            "  ./streamux gate out/run --rules rules.yaml --rounds auto",
            "  ./streamux gate out/head --rules rules.yaml --baseline out/base"
        })
final class GateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run directory to judge.")
    private Path run;

    @Mixin
    private GateSettings settings;

    @Option(names = "--baseline", paramLabel = "RUN", description = "Compare arms with those of this run.")
    private Optional<Path> baseline = Optional.empty();

    @Mixin
    private RoundsSettings rounds;

    @Option(names = "--allow-small-n", description = "Judge a percentile of too few samples by its observed value.")
    private boolean allowSmallSamples;

    @Option(
            names = "--prove",
            description = {
                "Also harm each judged arm on paper, in a known way, and show that every rule fires."
                        + " The live form, with a mock that is slow on purpose, is streamux rehearse."
            })
    private boolean prove;

    @Mixin
    private GateEnding ending;

    @Mixin
    private GateOutput output;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        RunGate gate = new RunGate(settings.read(), new Judge(allowSmallSamples), MetricOptions.DEFAULTS);
        try {
            if (rounds.isAuto()) {
                return InterruptibleWork.call(() -> finish(gate, directory, playOn(gate, directory)));
            }
            return finish(gate, directory, new PlayedGate(gate.judge(directory, reference()), false));
        } catch (UnjudgeableRunException e) {
            spec.commandLine().getErr().println("streamux: " + e.getMessage());
            return ExitCodes.UNREACHABLE;
        }
    }

    private Optional<RunDirectory> reference() {
        return baseline.map(RunDirectory::open);
    }

    /** Tells the verdict. A gate that the user stopped is aborted, whatever an inconclusive one would end with. */
    private int finish(RunGate gate, RunDirectory directory, PlayedGate played) {
        PrintWriter err = spec.commandLine().getErr();
        List<Proof> proofs = prove && !played.stopped() ? gate.prove(directory, reference()) : List.of();
        boolean toothless = proofs.stream().anyMatch(proof -> !proof.fires());
        GateResult result = played.result();
        int code = ending.exitCode(result.verdict(), toothless);
        code = played.stopped() ? ExitCodes.UNREACHABLE : code;
        output.publish(
                new GateReport(String.valueOf(run), result, code, proofs),
                run,
                spec.commandLine().getOut(),
                err);
        ending.warning(result.verdict()).ifPresent(warning -> err.println("streamux: " + warning));
        return code;
    }

    private PlayedGate playOn(RunGate gate, RunDirectory directory) {
        if (baseline.isPresent()) {
            throw new InvalidInputException(
                    "--rounds auto goes with arms of one run, and --baseline names another run, which"
                            + " cannot be played on; make a run with both as arms");
        }
        RoundsPlayer player = new RoundsPlayer(gate, spec.commandLine().getErr());
        return player.judge(directory, Replays.of(directory), rounds.planFor(directory));
    }
}
