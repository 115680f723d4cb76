package dev.streamux.cli;

import dev.streamux.analyzer.gate.GateResult;
import dev.streamux.analyzer.gate.GateVerdict;
import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.run.RunGate;
import dev.streamux.analyzer.gate.run.UnjudgeableRunException;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.cli.gate.GateSettings;
import dev.streamux.cli.gate.InconclusivePolicy;
import dev.streamux.reports.gate.Annotations;
import dev.streamux.reports.gate.GateFiles;
import dev.streamux.reports.gate.GateReport;
import dev.streamux.reports.gate.GateText;
import dev.streamux.trace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        description = {
            "Judges a run by rules and ends with PASS, FAIL or INCONCLUSIVE.",
            "Writes gate.json, junit.xml and summary.md; needs no token and no network.",
            "Exit codes: 0 pass, 99 fail, 3 inconclusive, 2 wrong rules or input, 4 nothing to judge."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux gate out/run --rules rules.yaml",
            "  ./streamux gate out/run --preset chat --arms 'nginx-*' --prove",
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
    private @Nullable Path baseline;

    @Option(names = "--prove", description = "Also show that every rule fires when its arm is harmed on purpose.")
    private boolean prove;

    @Option(names = "--allow-small-n", description = "Judge a percentile of too few samples by its observed value.")
    private boolean allowSmallSamples;

    @Option(
            names = "--inconclusive",
            paramLabel = "WHAT",
            description = {
                "What an inconclusive gate ends with: fail (as a failure), warn or pass (0). Default: exit code 3."
            })
    private @Nullable InconclusivePolicy inconclusive;

    @Option(
            names = "--fail-exit-code",
            paramLabel = "N",
            defaultValue = "99",
            description = "What a failed gate ends with. Default: ${DEFAULT-VALUE}.")
    private int failExitCode;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the files here. Default: RUN.")
    private @Nullable Path out;

    @Option(
            names = "--github",
            negatable = true,
            description = "Print annotations for GitHub Actions. Default: where GITHUB_ACTIONS is true.")
    private @Nullable Boolean github;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        RunDirectory directory = RunDirectory.open(run);
        Optional<RunDirectory> reference = Optional.ofNullable(baseline).map(RunDirectory::open);
        RunGate gate = new RunGate(settings.read(), new Judge(allowSmallSamples), MetricOptions.DEFAULTS);
        try {
            GateResult result = gate.judge(directory, reference);
            List<Proof> proofs = prove ? gate.prove(directory, reference) : List.of();
            boolean toothless = proofs.stream().anyMatch(proof -> !proof.fires());
            GateReport report = new GateReport(
                    String.valueOf(run),
                    Optional.ofNullable(baseline).map(Path::toString),
                    result,
                    exitCode(result.verdict(), toothless),
                    proofs);
            GateFiles.write(report, out == null ? run : out);
            spec.commandLine().getOut().print(GateText.of(report));
            spec.commandLine().getOut().flush();
            if (github == null ? "true".equals(System.getenv("GITHUB_ACTIONS")) : github) {
                Annotations.of(report).forEach(err::println);
            }
            if (result.verdict() == GateVerdict.INCONCLUSIVE && inconclusive == InconclusivePolicy.WARN) {
                err.println("streamux: WARNING: the gate is INCONCLUSIVE and does not protect this change");
            }
            return report.exitCode();
        } catch (UnjudgeableRunException e) {
            err.println("streamux: " + e.getMessage());
            return ExitCodes.UNREACHABLE;
        }
    }

    private int exitCode(GateVerdict verdict, boolean toothless) {
        if (verdict == GateVerdict.FAIL) {
            return failExitCode;
        }
        if (verdict == GateVerdict.PASS && !toothless) {
            return ExitCodes.PASS;
        }
        if (inconclusive == null) {
            return ExitCodes.INCONCLUSIVE;
        }
        return inconclusive == InconclusivePolicy.FAIL ? failExitCode : ExitCodes.PASS;
    }
}
