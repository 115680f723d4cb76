package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.comparison.RunFingerprint;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.GateInput;
import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        PlayedRounds rounds = PlayedRounds.of(run);
        return new Prover(rules, judge, input(run, baseline))
                .prove(injection -> rounds.arms(metrics(), options, injection::applyTo));
    }

    private GateInput input(RunDirectory run, Optional<RunDirectory> baseline) {
        Optional<RunManifest> manifest = HarnessCheck.manifest(run);
        PlayedRounds rounds = PlayedRounds.of(run);
        Map<String, ArmObservations> arms = rounds.arms(metrics(), options, UnaryOperator.identity());
        requireReached(run, arms);
        return new GateInput(
                ordered(arms, manifest),
                rounds.selfCheck(),
                baseline.map(other -> reference(run, manifest, other)),
                rounds.look());
    }

    private GateInput.Reference reference(RunDirectory run, Optional<RunManifest> manifest, RunDirectory baseline) {
        Optional<RunManifest> before = HarnessCheck.manifest(baseline);
        if (isSame(run, manifest, baseline, before)) {
            throw new InvalidInputException("the baseline run " + baseline.path() + " is the judged run itself"
                    + (run.path().equals(baseline.path()) ? "" : " or a copy of it")
                    + ", which never differs from itself; name another run with --baseline");
        }
        PlayedRounds rounds = PlayedRounds.of(baseline);
        List<String> differences = before.isPresent() && manifest.isPresent()
                ? RunFingerprint.differences(before.get(), manifest.get())
                : List.of("one of them has no run.json, so nobody knows the machine");
        SelfCheck trust = rounds.selfCheck();
        BaselineRun named = new BaselineRun(
                String.valueOf(baseline.path()),
                before.map(RunManifest::startedAt).filter(time -> !time.isEmpty()),
                differences,
                trust.valid() ? List.of() : trust.reasons());
        return new GateInput.Reference(named, rounds.arms(metrics(), options, UnaryOperator.identity()));
    }

    private static boolean isSame(
            RunDirectory run, Optional<RunManifest> judged, RunDirectory baseline, Optional<RunManifest> before) {
        try {
            if (Files.isSameFile(run.path(), baseline.path())) {
                return true;
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the baseline run " + baseline.path() + " cannot be read: " + e.getMessage(), e);
        }
        // Two runs never start at the same moment of both clocks.
        return judged.isPresent()
                && !judged.get().startedAt().isEmpty()
                && before.isPresent()
                && judged.get().startedAt().equals(before.get().startedAt())
                && judged.get().originNanoTime() == before.get().originNanoTime();
    }

    private List<Metric> metrics() {
        return rules.rules().stream()
                .flatMap(rule -> rule.condition().metrics().stream())
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
}
