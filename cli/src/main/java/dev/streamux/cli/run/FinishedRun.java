package dev.streamux.cli.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ResultWriter;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.selfcheck.SelfCheckLimits;
import dev.streamux.analyzer.selfcheck.TraceSelfCheck;
import dev.streamux.cli.ExitCodes;
import dev.streamux.trace.RunDirectory;
import dev.streamux.trace.RunManifest;
import dev.streamux.trace.SelfCheck;
import java.io.PrintStream;

/** What is made of the traces once a run has ended: its self-check, its result, its page, and words for the terminal. */
public final class FinishedRun {
    private FinishedRun() {}

    /**
     * Writes {@code result.json}, completes {@code run.json}, and prints the path of the result.
     *
     * @return the exit code: aborted if the run was cut short, unreachable if no answer completed, inconclusive if the
     *     harness was too late, else pass
     */
    public static int summarise(RunDirectory run, PrintStream out) {
        SelfCheck selfCheck = TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS);
        RunManifest manifest = RunManifest.read(run.manifest()).withSelfCheck(selfCheck);
        manifest.write(run.manifest());
        RunResult result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
        ResultWriter.write(result, run.result());
        out.println("Result: " + run.result());
        return exitCode(manifest, result);
    }

    private static int exitCode(RunManifest manifest, RunResult result) {
        if (!manifest.complete() || result.arms().stream().noneMatch(arm -> arm.complete() > 0)) {
            return ExitCodes.UNREACHABLE;
        }
        return manifest.selfCheck().valid() ? ExitCodes.PASS : ExitCodes.INCONCLUSIVE;
    }
}
