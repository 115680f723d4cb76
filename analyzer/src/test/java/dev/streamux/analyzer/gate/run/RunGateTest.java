package dev.streamux.analyzer.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.RunRounds;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunGateTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aBufferedStreamFailsAndIsCalledBufferedAlthoughTotalTimeAndGapsLookBetter() {
        RunDirectory run = run("run", 40);
        writeArms(run, 40, false, true);
        GateResult result = gate("time-to-last-token < baseline + 5%", "longest-gap < baseline + 5%")
                .judge(run, Optional.empty());
        assertThat(result.outcomes().get(0).verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(result.outcomes().get(1).verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(result.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(result.with(GateVerdict.FAIL))
                .extracting(RuleOutcome::message)
                .singleElement()
                .asString()
                .startsWith("the stream was buffered: ");
    }

    @Test
    void theSameStreamPassesAndEveryRuleIsShownToFire() {
        RunDirectory run = run("run", 40);
        writeArms(run, 40, false, false);
        RunGate gate = gate(
                "streamed",
                "reader-wait.p90 < 800ms",
                "reader-wait < baseline + 10%",
                "longest-gap.p50 < 100ms",
                "largest-burst-share.p50 < 50%",
                "buffered.share <= 10%",
                "good(reader-wait < 800ms and longest-gap < 400ms).share >= 80%");
        assertThat(gate.judge(run, Optional.empty()).verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(gate.prove(run, Optional.empty()))
                .hasSize(9) // and two built-in ones on outcomes
                .allSatisfy(proof -> assertThat(proof.fires()).as("%s", proof).isTrue());
    }

    @Test
    void aRuleWithTooFewSamplesIsShownNotToFire() {
        RunDirectory run = run("run", 10);
        writeArms(run, 10, false, false);
        assertThat(gate("reader-wait.p90 < 800ms").prove(run, Optional.empty()))
                .filteredOn(proof -> proof.rule().startsWith("reader-wait"))
                .singleElement()
                .satisfies(proof -> assertThat(proof.fires()).isFalse());
    }

    @Test
    void aBaselineOfAnotherMachineIsInconclusive() {
        RunDirectory base = run("base", 40);
        RunDirectory head = run("head", 40);
        writeArms(base, 40, false, false);
        writeArms(head, 40, false, false);
        manifest(base, 8, true);
        manifest(head, 2, true);
        GateResult result = gate("reader-wait < baseline + 10%").judge(head, Optional.of(base));
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.outcomes().get(0).message()).contains("cores was 8 and is 2");
        manifest(base, 2, true);
        assertThat(gate("reader-wait < baseline + 10%")
                        .judge(head, Optional.of(base))
                        .verdict())
                .isEqualTo(GateVerdict.PASS);
    }

    @Test
    void anAbortedRunAndOneThatReachedNothingAreNotJudged() {
        RunDirectory run = run("run", 40);
        writeArms(run, 40, false, false);
        manifest(run, 2, false);
        assertThatThrownBy(() -> gate("streamed").judge(run, Optional.empty()))
                .isInstanceOf(UnjudgeableRunException.class)
                .hasMessageContaining("was aborted");
        RunDirectory dead = run("dead", 1);
        try (TraceWriter writer = TraceWriter.create(dead.responses())) {
            writer.write(ResponseTrace.builder("r1")
                    .outcome(Outcome.UNREACHABLE)
                    .status(0)
                    .build());
        }
        assertThatThrownBy(() -> gate("streamed").judge(dead, Optional.empty()))
                .isInstanceOf(UnjudgeableRunException.class)
                .hasMessageContaining("no request reached its target");
    }

    @Test
    void addedRoundsAreJudgedWithTheRunAsOneLookOfThePlan() {
        RunDirectory run = run("run", 40);
        writeArms(run, 40, false, false);
        manifest(run, 2, true);
        RunDirectory second = RunDirectory.create(run.round(2));
        writeArms(second, 40, false, false);
        manifest(second, 2, true);
        RunRounds.planned(3).plusOne().write(run);
        GateResult result =
                gate("reader-wait.p90 < 800ms", "reader-wait < baseline + 10%").judge(run, Optional.empty());
        assertThat(result.look()).contains(new Look(2, 3));
        assertThat(result.confidence()).isEqualTo(new Look(2, 3).confidence(0.95));
        assertThat(result.outcomes().get(0).message()).contains("n = 80");
        // Rounds of two groups have the same numbers; they must not become rounds of two answers each.
        assertThat(result.outcomes().get(1).message()).contains("80 pairs");
    }

    @Test
    void anAddedGroupOfAnotherExperimentIsRefusedAndAnAbortedOneIsNotJudged() {
        RunDirectory run = run("run", 40);
        writeArms(run, 40, false, false);
        manifest(run, 2, true);
        RunDirectory second = RunDirectory.create(run.round(2));
        writeArms(second, 40, false, false);
        RunRounds.planned(3).plusOne().write(run);
        manifest(second, 8, true);
        assertThatThrownBy(() -> gate("streamed").judge(run, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no further group of the experiment")
                .hasMessageContaining("cores was 2 and is 8");
        manifest(second, 2, false);
        assertThatThrownBy(() -> gate("streamed").judge(run, Optional.empty()))
                .isInstanceOf(UnjudgeableRunException.class)
                .hasMessageContaining("was aborted");
    }

    private static RunGate gate(String... rules) {
        GateRules gate = GateRules.of(
                Arrays.stream(rules).map(rule -> GateRule.of(rule, "test")).toList());
        return new RunGate(gate, new Judge(false), MetricOptions.DEFAULTS);
    }

    private RunDirectory run(String name, int n) {
        return RunDirectory.create(folder.resolve(name + n));
    }

    private static void manifest(RunDirectory run, int cores, boolean complete) {
        new RunManifest(
                        RunManifest.SCHEMA,
                        "1",
                        List.of(),
                        "",
                        0,
                        complete,
                        1,
                        Map.of(),
                        List.of("base", "head"),
                        Map.of("cores", cores),
                        SelfCheck.NONE)
                .write(run.manifest());
    }

    /** 50 pieces of 10 characters: the first after 300 ms and a bit, then one every 40 ms; {@code head} may be held back. */
    private static void writeArms(RunDirectory run, int n, boolean baseBuffered, boolean headBuffered) {
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            for (int i = 0; i < n; i++) {
                writer.write(trace("base", i, baseBuffered));
                writer.write(trace("head", i, headBuffered));
            }
        }
    }

    private static ResponseTrace trace(String arm, int i, boolean buffered) {
        long start = i * 1000L * MS;
        long wobble = (i * 7919L % 13) * MS / 4;
        long last = start + 300L * MS + 49L * 40 * MS + wobble;
        Chunks.Builder chunks = Chunks.builder();
        for (int k = 0; k < 50; k++) {
            // What is held back comes a little earlier in all: one write is cheaper than fifty.
            chunks.add(buffered ? last - 30 * MS : start + 300 * MS + k * 40L * MS + wobble, 10, 60);
        }
        return ResponseTrace.builder(arm + "-" + i)
                .arm(arm)
                .intendedNanos(start)
                .sentNanos(start)
                .firstByteNanos(start + 300 * MS)
                .endNanos(last)
                .chunks(chunks.build())
                .text("word five ".repeat(50))
                .attribute("seed", String.valueOf(i))
                .attribute("round", String.valueOf(i))
                .build();
    }
}
