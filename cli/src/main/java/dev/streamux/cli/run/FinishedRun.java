package dev.streamux.cli.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ResultWriter;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.selfcheck.SelfCheckLimits;
import dev.streamux.analyzer.selfcheck.TraceSelfCheck;
import dev.streamux.cli.ExitCodes;
import dev.streamux.reports.html.HtmlReport;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.TextReport;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What is made of the traces once a run has ended: its self-check, its result, its page, and words for the terminal. */
public final class FinishedRun {
    private FinishedRun() {}

    /**
     * Writes {@code result.json} and {@code report.html}, completes {@code run.json}, and prints the table, the finding,
     * how late the harness was, and the path of the page.
     *
     * @return the exit code: aborted if the run was cut short, unreachable if no answer completed, inconclusive if the
     *     harness was too late, else pass
     */
    public static int summarise(RunDirectory run, PrintStream out) {
        RunManifest begun = RunManifest.read(run.manifest());
        TokenCheck tokens = TokenCheck.of(run);
        // What load generator and mock measured of themselves, what the traces tell, and what the self-test found.
        SelfCheck selfCheck = begun.selfCheck()
                .and(TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS))
                .and(SelfTestOption.check(run))
                .and(new SelfCheck(tokens.figures(), true, List.of()));
        RunManifest manifest = begun.withSelfCheck(selfCheck);
        manifest.write(run.manifest());
        RunResult result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
        ResultWriter.write(result, run.result());
        RunReport report = RunReport.of(run, result, AnalysisOptions.DEFAULTS);
        HtmlReport.write(report, run.report());
        out.println(TextReport.of(report));
        tokens.warning().ifPresent(out::println);
        out.println(harness(selfCheck));
        out.println("Report: " + run.report());
        out.flush();
        return exitCode(manifest, result);
    }

    /** The harness's own error in one line, so that nobody has to look for it. */
    private static String harness(SelfCheck check) {
        return "Harness: mock late by " + figures(check, "mock-lateness") + "; client stamps late by "
                + figures(check, "client-stamp-lag") + " (p50, p99)"
                + (check.valid() ? "." : "; over the limits, so this run is not valid.");
    }

    private static String figures(SelfCheck check, String name) {
        return figure(check, name + "-p50-ms") + ", " + figure(check, name + "-p99-ms");
    }

    private static String figure(SelfCheck check, String name) {
        Double millis = check.figures().get(name);
        return millis == null ? "not measured" : String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static int exitCode(RunManifest manifest, RunResult result) {
        if (!manifest.complete() || result.arms().stream().noneMatch(arm -> arm.complete() > 0)) {
            return ExitCodes.UNREACHABLE;
        }
        return manifest.selfCheck().valid() ? ExitCodes.PASS : ExitCodes.INCONCLUSIVE;
    }
}
