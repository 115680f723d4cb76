package dev.streamux.reports.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.reports.annex.Annex;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.finding.Headline;
import dev.streamux.reports.sample.ArmSample;
import dev.streamux.reports.sample.RunSamples;
import dev.streamux.reports.sample.SampleReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that reports of one run are made of.
 *
 * @param name what to call the run: the name of its folder; untrusted text
 * @param change what changed, if this is a report of two runs; then arms of both are in it
 * @param manifest what was run; empty if another program wrote the traces
 * @param result the numbers and verdicts
 * @param samples some responses for the pictures
 * @param options what the numbers depend on
 * @param gatling whether the folder holds Gatling's own report
 * @param annex what other commands left beside the traces
 */
public record RunReport(
        String name,
        Optional<String> change,
        Optional<RunManifest> manifest,
        RunResult result,
        RunSamples samples,
        AnalysisOptions options,
        boolean gatling,
        Annex annex) {
    /** A longer answer is cut in the replay, and its pane says so; it keeps a page with many arms within its budget. */
    public static final int MOST_REPLAYED_CHARACTERS = 12_000;
    /** Arrivals closer to each other than a pixel of the scrubber are one. */
    public static final int MOST_REPLAYED_STEPS = 1_500;

    /**
     * Analyses a run directory and picks its samples; three passes over the traces, one response in memory at a time.
     *
     * @throws dev.streamux.trace.InvalidInputException if the traces cannot be read
     */
    public static RunReport read(RunDirectory run, AnalysisOptions options) {
        return of(run, RunAnalysis.analyze(run, options), options);
    }

    /** The same for a result that is there already. */
    public static RunReport of(RunDirectory run, RunResult result, AnalysisOptions options) {
        Optional<RunManifest> manifest =
                Files.exists(run.manifest()) ? Optional.of(RunManifest.read(run.manifest())) : Optional.empty();
        List<String> arms = result.arms().stream().map(ArmResult::name).toList();
        RunSamples samples = SampleReader.read(ResponseStream.traceOf(run), options.metrics(), arms);
        boolean gatling = Files.exists(run.gatling().resolve("index.html"));
        String name = run.path().toAbsolutePath().normalize().getFileName().toString();
        return new RunReport(name, Optional.empty(), manifest, result, samples, options, gatling, Annex.read(run));
    }

    /** The finding in one sentence; names of arms in it are untrusted text. */
    public String headline() {
        return change.filter(words -> result.selfCheck().valid()).orElseGet(() -> Headline.of(result));
    }

    /** Whether any answer was completed, so that there is something to draw. */
    public boolean isAnswered() {
        return result.arms().stream().anyMatch(arm -> arm.complete() > 0);
    }

    /** The arms as pictures show them, in the order of the result. */
    public List<ReportedArm> arms() {
        List<ReportedArm> arms = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            ArmSample sample = samples.arm(arm.name())
                    .orElseThrow(() -> new IllegalStateException("arm \"" + arm.name() + "\" has no sample"));
            arms.add(new ReportedArm(arms.size(), arm, sample));
        }
        return arms;
    }
}
