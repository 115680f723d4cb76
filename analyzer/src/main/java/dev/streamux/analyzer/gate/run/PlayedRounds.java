package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.ObservationTally;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.RunRounds;
import dev.streamux.trace.run.SelfCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that was played of a run: itself, and the rounds that were added to it. */
final class PlayedRounds {
    private static final String ROUND = "round";

    private final List<RunDirectory> groups;
    private final Optional<Look> look;

    private PlayedRounds(List<RunDirectory> groups, Optional<Look> look) {
        this.groups = groups;
        this.look = look;
    }

    /**
     * What is there of a run.
     *
     * @throws InvalidInputException if an added group is missing or is another experiment than the run
     * @throws UnjudgeableRunException if a group was aborted
     */
    static PlayedRounds of(RunDirectory run) {
        Optional<RunRounds> rounds = RunRounds.of(run);
        List<RunDirectory> groups = rounds.map(plan -> plan.directories(run)).orElse(List.of(run));
        for (RunDirectory group : groups) {
            requireComplete(group);
            if (!group.equals(run)) {
                SameExperiment.require(run, group, "take " + run.rounds() + " away to judge the run alone");
            }
        }
        return new PlayedRounds(groups, rounds.map(plan -> new Look(plan.played(), plan.most())));
    }

    private static void requireComplete(RunDirectory group) {
        RunDirectory.open(group.path());
        Optional<RunManifest> manifest = HarnessCheck.manifest(group);
        if (manifest.isPresent() && !manifest.get().complete()) {
            throw new UnjudgeableRunException(group.path() + " was aborted before its planned end; run it again");
        }
    }

    /** Which look at the run this is; empty for a run that nothing was added to. */
    Optional<Look> look() {
        return look;
    }

    /** The arms over all groups, each response changed by {@code change} first. */
    Map<String, ArmObservations> arms(
            List<Metric> metrics, MetricOptions options, UnaryOperator<ResponseTrace> change) {
        ObservationTally tally = new ObservationTally(metrics);
        for (int i = 0; i < groups.size(); i++) {
            int number = i + 1;
            TraceReader.forEachResponse(
                    ResponseStream.traceOf(groups.get(i)),
                    trace -> tally.add(ObservedResponse.of(change.apply(inGroup(number, trace)), options)));
        }
        return tally.arms();
    }

    /** Rounds of two groups have the same numbers and are not the same rounds. */
    private static ResponseTrace inGroup(int number, ResponseTrace trace) {
        String round = trace.attributes().get(ROUND);
        if (number == 1 || round == null) {
            return trace;
        }
        return trace.toBuilder().attribute(ROUND, number + "/" + round).build();
    }

    /** As valid as the weakest group. */
    SelfCheck selfCheck() {
        return SelfCheck.worstOf(groups.stream().map(HarnessCheck::of).toList());
    }
}
