package dev.streamux.cli.analysis;

import dev.streamux.analyzer.comparison.RunFingerprint;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.CompactWriter;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Several runs of one scenario as one run directory. Responses keep their arms; their ids get the run's number. */
public final class RunMerge {
    private final List<RunDirectory> runs;
    private final List<Optional<RunManifest>> manifests;

    private RunMerge(List<RunDirectory> runs, List<Optional<RunManifest>> manifests) {
        this.runs = runs;
        this.manifests = manifests;
    }

    /**
     * A merge of these runs.
     *
     * @throws InvalidInputException if they are not runs of one scenario by one version; seeds and machines may differ
     */
    public static RunMerge of(List<RunDirectory> runs) {
        List<Optional<RunManifest>> manifests = runs.stream()
                .map(run -> Files.exists(run.manifest())
                        ? Optional.of(RunManifest.read(run.manifest()))
                        : Optional.<RunManifest>empty())
                .toList();
        refuseIfNamedTwice(runs);
        for (int i = 1; i < runs.size(); i++) {
            refuse(runs.get(0), manifests.get(0), runs.get(i), manifests.get(i));
        }
        return new RunMerge(List.copyOf(runs), manifests);
    }

    /** A run that is counted twice would make intervals too narrow. */
    private static void refuseIfNamedTwice(List<RunDirectory> runs) {
        Set<Path> seen = new HashSet<>();
        for (RunDirectory run : runs) {
            if (!seen.add(run.path().toAbsolutePath().normalize())) {
                throw new InvalidInputException(
                        run.path() + " is named twice; a run counts once, so name each run directory once");
            }
        }
    }

    private static void refuse(
            RunDirectory first, Optional<RunManifest> one, RunDirectory second, Optional<RunManifest> other) {
        if (one.isPresent() != other.isPresent()) {
            Path without = one.isPresent() ? second.manifest() : first.manifest();
            throw new InvalidInputException(without + " is missing; runs with and without a manifest are not merged,"
                    + " because nothing tells that they are alike");
        }
        if (one.isEmpty()) {
            return;
        }
        List<String> differences =
                new ArrayList<>(RunFingerprint.experimentDifferences(one.get(), other.orElseThrow()));
        if (differences.isEmpty() && !one.get().arms().equals(other.get().arms())) {
            differences.add(
                    "arms was " + one.get().arms() + " and is " + other.get().arms());
        }
        if (!differences.isEmpty()) {
            throw new InvalidInputException(second.manifest() + " is of another experiment than " + first.manifest()
                    + ": " + String.join("; ", differences) + "; only runs of one experiment are merged, whatever their"
                    + " seeds. Compare them with streamux compare-runs instead");
        }
    }

    /**
     * Writes the merged run: lines if the first run has lines, else the compact form.
     *
     * @return the number of responses
     * @throws InvalidInputException if the directory holds a run already
     */
    public long writeTo(Path directory) {
        RunDirectory out = RunDirectory.create(directory);
        if (Files.exists(out.responses()) || Files.exists(out.compactResponses())) {
            throw new InvalidInputException(directory + " holds a run already; name another directory with --out");
        }
        long count;
        if (Files.exists(runs.get(0).responses())) {
            try (TraceWriter writer = TraceWriter.create(out.responses())) {
                count = copyTo(writer::write);
            }
        } else {
            try (CompactWriter writer = CompactWriter.create(out.compactResponses())) {
                count = copyTo(writer::write);
            }
        }
        manifests.get(0).ifPresent(manifest -> merged(manifest).write(out.manifest()));
        return count;
    }

    private long copyTo(Consumer<ResponseTrace> sink) {
        long[] count = new long[1];
        for (int i = 0; i < runs.size(); i++) {
            String prefix = "run" + (i + 1) + "-";
            TraceReader.forEachResponse(ResponseStream.traceOf(runs.get(i)), trace -> {
                sink.accept(renamed(trace, prefix));
                count[0]++;
            });
        }
        return count[0];
    }

    /** Ids and rounds of several runs must not meet: a round is a block of its own run. */
    private static ResponseTrace renamed(ResponseTrace trace, String prefix) {
        ResponseTrace.Builder builder = ResponseTrace.builder(prefix + trace.id())
                .arm(trace.arm())
                .phase(trace.phase())
                .protocol(trace.protocol())
                .delivery(trace.delivery())
                .route(trace.route())
                .intendedNanos(trace.intendedNanos())
                .sentNanos(trace.sentNanos())
                .endNanos(trace.endNanos())
                .outcome(trace.outcome())
                .status(trace.status())
                .error(trace.error().orElse(null))
                .usage(trace.usage().orElse(null))
                .text(trace.text().orElse(null))
                .reasoning(trace.reasoning())
                .chunks(trace.chunks())
                .reasoningChunks(trace.reasoningChunks());
        trace.headersNanos().ifPresent(builder::headersNanos);
        trace.firstByteNanos().ifPresent(builder::firstByteNanos);
        trace.attributes()
                .forEach((key, value) -> builder.attribute(key, key.equals("round") ? prefix + value : value));
        return builder.build();
    }

    private RunManifest merged(RunManifest first) {
        boolean complete =
                manifests.stream().allMatch(manifest -> manifest.orElseThrow().complete());
        SelfCheck worst = SelfCheck.worstOf(manifests.stream()
                .map(manifest -> manifest.orElseThrow().selfCheck())
                .toList());
        return first.withComplete(complete).withSelfCheck(worst);
    }
}
