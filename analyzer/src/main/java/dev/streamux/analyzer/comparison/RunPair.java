package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.ObservationTally;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two run directories, or two arms of one, against each other. Collects warnings; one object a comparison. */
public final class RunPair {
    private final RunComparisons comparisons;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param metricIds the metrics; empty for {@link RunComparisons#HEADLINES}
     * @param confidence of the intervals, two-sided
     * @throws InvalidInputException if a metric is unknown
     */
    public RunPair(List<String> metricIds, double confidence) {
        List<String> ids = metricIds.isEmpty() ? RunComparisons.HEADLINES : metricIds;
        List<Metric> metrics = ids.stream().map(MetricCatalog::require).toList();
        comparisons = new RunComparisons(metrics, confidence);
    }

    /**
     * Two arms of one run.
     *
     * @param names the baseline and the candidate
     */
    public List<Comparison> arms(RunDirectory run, List<String> names) {
        Map<String, ArmObservations> arms = read(run);
        if (names.size() != 2) {
            throw new InvalidInputException("one run is given and " + names.size()
                    + " arms; name a second run, or two arms with --arms, of " + String.join(", ", arms.keySet()));
        }
        return comparisons.between(arm(run, arms, names.get(0)), arm(run, arms, names.get(1)));
    }

    /**
     * Two runs, arm by arm of the same name.
     *
     * @param names the arms; empty for all that both have
     */
    public List<Comparison> runs(RunDirectory baseline, RunDirectory candidate, List<String> names) {
        Map<String, ArmObservations> before = read(baseline);
        Map<String, ArmObservations> after = read(candidate);
        warnOfDifferences(baseline, candidate);
        List<String> shared = names.isEmpty()
                ? before.keySet().stream().filter(after::containsKey).toList()
                : names;
        if (shared.isEmpty()) {
            throw new InvalidInputException("the runs share no arm: " + baseline.path() + " has "
                    + String.join(", ", before.keySet()) + ", " + candidate.path() + " has "
                    + String.join(", ", after.keySet()) + "; compare runs of one scenario");
        }
        List<Comparison> all = new ArrayList<>();
        for (String name : shared) {
            all.addAll(comparisons.between(
                    renamed(arm(baseline, before, name), baseline), renamed(arm(candidate, after, name), candidate)));
        }
        return all;
    }

    /** What a reader of the comparisons should know, a sentence each; complete after a comparison. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void warnOfDifferences(RunDirectory baseline, RunDirectory candidate) {
        if (!Files.exists(baseline.manifest()) || !Files.exists(candidate.manifest())) {
            warnings.add("a run has no run.json, so nobody knows whether both come from one machine");
            return;
        }
        RunFingerprint.differences(RunManifest.read(baseline.manifest()), RunManifest.read(candidate.manifest()))
                .forEach(difference -> warnings.add("the runs differ in more than their arms: " + difference));
    }

    private Map<String, ArmObservations> read(RunDirectory run) {
        ObservationTally tally = comparisons.tally();
        TraceReader.forEachResponse(
                ResponseStream.traceOf(run), trace -> tally.add(ObservedResponse.of(trace, MetricOptions.DEFAULTS)));
        return tally.arms();
    }

    private static ArmObservations arm(RunDirectory run, Map<String, ArmObservations> arms, String name) {
        ArmObservations arm = arms.get(name);
        if (arm == null) {
            throw new InvalidInputException(
                    "arm \"" + name + "\" is not in " + run.path() + "; it has " + String.join(", ", arms.keySet()));
        }
        return arm;
    }

    private static ArmObservations renamed(ArmObservations arm, RunDirectory run) {
        return new ArmObservations(
                arm.arm() + " of " + run.path(), arm.deliveries(), arm.observations(), arm.delivery());
    }
}
