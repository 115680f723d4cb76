package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.comparison.ArmObservations;
import dev.streamux.analyzer.comparison.ObservationTally;
import dev.streamux.analyzer.comparison.RunFingerprint;
import dev.streamux.analyzer.gate.GateInput;
import dev.streamux.analyzer.gate.GateResult;
import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.Condition.Budget;
import dev.streamux.analyzer.gate.rule.Condition.Relative;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.analyzer.selfcheck.SelfCheckLimits;
import dev.streamux.analyzer.selfcheck.TraceSelfCheck;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.RunDirectory;
import dev.streamux.trace.RunManifest;
import dev.streamux.trace.SelfCheck;
import dev.streamux.trace.TraceReader;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Judges run directories. */
public final class RunGate {
    private final GateRules rules;
    private final Judge judge;
    private final MetricOptions options;

    /** A gate of these rules whose metrics have these constants. */
    public RunGate(GateRules rules, Judge judge, MetricOptions options) {
        this.rules = rules;
        this.judge = judge;
        this.options = options;
    }

    /**
     * The verdict on a run, with or without a baseline run.
     *
     * @throws InvalidInputException if the rules do not fit the run
     * @throws UnjudgeableRunException if the run was aborted or reached nothing
     */
    public GateResult judge(RunDirectory run, Optional<RunDirectory> baseline) {
        return judge.judge(rules, input(run, baseline));
    }

    /** What each rule does when its arm is harmed in a known way. */
    public List<Proof> prove(RunDirectory run, Optional<RunDirectory> baseline) {
        GateInput input = input(run, baseline);
        return new Prover(rules, judge, input).prove(injection -> arms(run, injection::applyTo));
    }

    private GateInput input(RunDirectory run, Optional<RunDirectory> baseline) {
        Optional<RunManifest> manifest = manifest(run);
        if (manifest.isPresent() && !manifest.get().complete()) {
            throw new UnjudgeableRunException(run.path() + " was aborted before its planned end; run it again");
        }
        Map<String, ArmObservations> arms = arms(run, Function.identity());
        requireReached(run, arms);
        return new GateInput(
                ordered(arms, manifest), selfCheck(run, manifest), baseline.map(other -> reference(manifest, other)));
    }

    private GateInput.Reference reference(Optional<RunManifest> manifest, RunDirectory baseline) {
        Optional<RunManifest> before = manifest(baseline);
        List<String> differences = before.isPresent() && manifest.isPresent()
                ? RunFingerprint.differences(before.get(), manifest.get())
                : List.of("one of them has no run.json, so nobody knows the machine");
        SelfCheck trust = selfCheck(baseline, before);
        if (!trust.valid()) {
            differences = List.of("the baseline run cannot be trusted: " + String.join("; ", trust.reasons()));
        }
        return new GateInput.Reference(
                String.valueOf(baseline.path()), arms(baseline, Function.identity()), differences);
    }

    private Map<String, ArmObservations> arms(RunDirectory run, Function<ResponseTrace, ResponseTrace> change) {
        ObservationTally tally = new ObservationTally(metrics());
        TraceReader.forEachResponse(
                ResponseStream.traceOf(run), trace -> tally.add(ObservedResponse.of(change.apply(trace), options)));
        return tally.arms();
    }

    private List<Metric> metrics() {
        return rules.rules().stream()
                .map(GateRule::condition)
                .flatMap(condition -> condition instanceof Budget budget
                        ? Optional.of(budget.metric()).stream()
                        : condition instanceof Relative relative
                                ? Optional.of(relative.metric()).stream()
                                : Optional.<Metric>empty().stream())
                .distinct()
                .toList();
    }

    private static Map<String, ArmObservations> ordered(
            Map<String, ArmObservations> arms, Optional<RunManifest> manifest) {
        Map<String, ArmObservations> ordered = new LinkedHashMap<>();
        for (String name : manifest.map(RunManifest::arms).orElse(List.of())) {
            ArmObservations arm = arms.get(name);
            if (arm != null) {
                ordered.put(name, arm);
            }
        }
        arms.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static void requireReached(RunDirectory run, Map<String, ArmObservations> arms) {
        boolean nothing = !arms.isEmpty()
                && arms.values().stream()
                        .allMatch(arm -> arm.count(Outcome.UNREACHABLE)
                                == arm.observations().size());
        if (nothing) {
            throw new UnjudgeableRunException(
                    run.path() + ": no request reached its target; start the target or mend its address");
        }
    }

    /** As the run noted it, or else as its traces tell. */
    private static SelfCheck selfCheck(RunDirectory run, Optional<RunManifest> manifest) {
        SelfCheck noted = manifest.map(RunManifest::selfCheck).orElse(SelfCheck.NONE);
        return noted.valid() && noted.figures().isEmpty() ? TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS) : noted;
    }

    private static Optional<RunManifest> manifest(RunDirectory run) {
        return Files.exists(run.manifest()) ? Optional.of(RunManifest.read(run.manifest())) : Optional.empty();
    }
}
