package dev.streamux.analyzer;

import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.analyzer.run.RunTally;
import dev.streamux.analyzer.selfcheck.SelfCheckLimits;
import dev.streamux.analyzer.selfcheck.TraceSelfCheck;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From the traces of a run to its result: one pass, bounded memory, the same bytes every time. */
public final class RunAnalysis {
    private RunAnalysis() {}

    /** The result of a run directory; the manifest and the emissions may be missing. */
    public static RunResult analyze(RunDirectory run, AnalysisOptions options) {
        return analyze(run, options, response -> {});
    }

    /** The same; {@code each} is called for every response of whatever phase, in file order. */
    public static RunResult analyze(RunDirectory run, AnalysisOptions options, Consumer<MeasuredResponse> each) {
        Optional<RunManifest> manifest =
                Files.exists(run.manifest()) ? Optional.of(RunManifest.read(run.manifest())) : Optional.empty();
        List<String> arms = manifest.map(RunManifest::arms).orElse(List.of());
        SelfCheck noted = manifest.map(RunManifest::selfCheck).orElse(SelfCheck.NONE);
        RunResult result = analyze(ResponseStream.traceOf(run), options, arms, each);
        return result.withSelfCheck(
                noted.figures().isEmpty() ? TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS) : noted);
    }

    /** The result of a bare trace file, such as another program wrote. */
    public static RunResult analyze(Path traceFile, AnalysisOptions options, Consumer<MeasuredResponse> each) {
        return analyze(traceFile, options, List.of(), each);
    }

    private static RunResult analyze(
            Path traceFile, AnalysisOptions options, List<String> armOrder, Consumer<MeasuredResponse> each) {
        RunTally tally = new RunTally(options, armOrder);
        ArmComparisons comparisons = new ArmComparisons(options.confidence());
        int lost = ResponseStream.forEach(traceFile, options.metrics(), response -> {
            each.accept(response);
            tally.add(response);
            comparisons.add(response);
        });
        RunResult result = tally.result();
        return result.withLostResponses(lost).withComparisons(comparisons.results(result.arms()));
    }
}
