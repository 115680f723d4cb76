package dev.streamux.reports.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.comparison.RunComparisons;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.ObservationTally;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.reports.finding.ChangeHeadline;
import dev.streamux.reports.sample.ArmSample;
import dev.streamux.reports.sample.RunSamples;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two runs as one report: the arms of both side by side, each arm of the later run held against its namesake. */
public final class RunPair {
    private final RunReport before;
    private final RunReport after;
    private final AnalysisOptions options;

    private RunPair(RunReport before, RunReport after, AnalysisOptions options) {
        this.before = before;
        this.after = after;
        this.options = options;
    }

    /**
     * The report of two runs.
     *
     * @throws InvalidInputException if no arm is in both
     */
    public static RunReport read(RunDirectory baseline, RunDirectory candidate, AnalysisOptions options) {
        RunPair pair = new RunPair(RunReport.read(baseline, options), RunReport.read(candidate, options), options);
        return pair.report(pair.comparisons(baseline, candidate));
    }

    private List<ComparisonResult> comparisons(RunDirectory baseline, RunDirectory candidate) {
        RunComparisons comparisons = RunComparisons.ofHeadlines(options.confidence());
        Map<String, ArmObservations> first = observations(comparisons, baseline);
        Map<String, ArmObservations> second = observations(comparisons, candidate);
        List<ComparisonResult> results = new ArrayList<>();
        second.forEach((arm, observed) -> {
            ArmObservations namesake = first.get(arm);
            if (namesake != null) {
                comparisons.between(namesake, observed).forEach(one -> results.add(RunComparisons.toResult(one)));
            }
        });
        if (results.isEmpty()) {
            throw new InvalidInputException("the runs " + before.name() + " and " + after.name()
                    + " have no arm in common with complete answers; name two runs of the same scenario");
        }
        return results;
    }

    private Map<String, ArmObservations> observations(RunComparisons comparisons, RunDirectory run) {
        ObservationTally tally = comparisons.tally();
        ResponseStream.forEach(ResponseStream.traceOf(run), options.metrics(), response -> {
            if (response.isMeasured()) {
                tally.add(response.observed());
            }
        });
        return tally.arms();
    }

    private RunReport report(List<ComparisonResult> comparisons) {
        List<ArmResult> arms = new ArrayList<>();
        List<ArmSample> samples = new ArrayList<>();
        for (ArmResult arm : before.result().arms()) {
            add(before, arm, "before", arms, samples);
            after.result().arm(arm.name()).ifPresent(same -> add(after, same, "after", arms, samples));
        }
        after.result().arms().stream()
                .filter(arm -> before.result().arm(arm.name()).isEmpty())
                .forEach(arm -> add(after, arm, "after", arms, samples));
        Optional<String> question = before.samples()
                .question()
                .filter(seed -> after.samples().question().equals(Optional.of(seed)));
        double horizon =
                Math.max(before.samples().horizonMillis(), after.samples().horizonMillis());
        RunResult result = new RunResult(
                after.result().options(),
                after.result().phases(),
                before.result().lostResponses() + after.result().lostResponses(),
                arms,
                comparisons,
                selfCheck());
        return new RunReport(
                before.name() + " before, " + after.name() + " after",
                Optional.of(ChangeHeadline.of(comparisons)),
                after.manifest(),
                result,
                new RunSamples(horizon, question, samples),
                options,
                false,
                after.annex());
    }

    private static void add(RunReport run, ArmResult arm, String when, List<ArmResult> arms, List<ArmSample> samples) {
        String name = arm.name() + " (" + when + ")";
        arms.add(arm.named(name));
        run.samples().arm(arm.name()).ifPresent(sample -> samples.add(sample.named(name)));
    }

    /** Both runs must be sound for their difference to be. */
    private SelfCheck selfCheck() {
        SelfCheck first = before.result().selfCheck();
        SelfCheck second = after.result().selfCheck();
        Map<String, Double> figures = new LinkedHashMap<>();
        first.figures().forEach((name, value) -> figures.put("before: " + name, value));
        second.figures().forEach((name, value) -> figures.put("after: " + name, value));
        List<String> reasons = new ArrayList<>();
        first.reasons().forEach(reason -> reasons.add("before: " + reason));
        second.reasons().forEach(reason -> reasons.add("after: " + reason));
        return new SelfCheck(figures, first.valid() && second.valid(), reasons);
    }
}
