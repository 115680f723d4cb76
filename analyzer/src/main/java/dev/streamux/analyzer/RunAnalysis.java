package dev.streamux.analyzer;

import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.analyzer.run.RunTally;
import dev.streamux.trace.RunDirectory;
import dev.streamux.trace.RunManifest;
import dev.streamux.trace.SelfCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        RunTally tally = new RunTally(options, armOrder(run));
        ResponseStream.forEach(ResponseStream.traceOf(run), options.metrics(), response -> {
            each.accept(response);
            tally.add(response);
        });
        SelfCheck selfCheck =
                Files.exists(run.manifest()) ? RunManifest.read(run.manifest()).selfCheck() : SelfCheck.NONE;
        return tally.result().withSelfCheck(selfCheck);
    }

    /** The result of a bare trace file, such as another program wrote. */
    public static RunResult analyze(Path traceFile, AnalysisOptions options, Consumer<MeasuredResponse> each) {
        RunTally tally = new RunTally(options, List.of());
        ResponseStream.forEach(traceFile, options.metrics(), response -> {
            each.accept(response);
            tally.add(response);
        });
        return tally.result();
    }

    private static List<String> armOrder(RunDirectory run) {
        return Files.exists(run.manifest()) ? RunManifest.read(run.manifest()).arms() : List.of();
    }
}
