package dev.streamux.cli.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.run.RunGate;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.RunRounds;
import dev.streamux.trace.run.SelfCheck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks and further groups, on an experiment that is played on paper: 20 answers a group. */
class RoundsPlayerTest {
    private static final long MS = 1_000_000;
    private static final int GROUP = 20;
    private static final SelfCheck LATE =
            new SelfCheck(Map.of("mock-lateness-p99-ms", 80.0), false, List.of("the mock was late"));
    private static final SelfCheck IN_TIME = new SelfCheck(Map.of("mock-lateness-p99-ms", 1.0), true, List.of());

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final List<Long> seeds = new ArrayList<>();
    private RunDirectory run = new RunDirectory(Path.of(""));

    @BeforeEach
    void playTheFirstGroup() {
        run = RunDirectory.create(folder.resolve("run"));
        write(run, 1, IN_TIME, true);
    }

    @Test
    void roundsAreAddedUntilTheGateHasDecided() {
        // A p90 at the strictness of the looks needs 3 groups: 0.9ⁿ must be below 0.0019 after 40 answers and 0.011
        // after 60.
        GateResult result = play("reader-wait.p90 < 800ms", in(IN_TIME), 5);
        assertThat(result.verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(result.look()).contains(new Look(3, 5));
        assertThat(RunRounds.of(run).orElseThrow().played()).isEqualTo(3);
        assertThat(seeds).containsExactly(1_000_001L, 2_000_001L);
        assertThat(err.toString()).contains("look 1 of 5 at most: INCONCLUSIVE").contains("look 3 of 5 at most: PASS");
    }

    @Test
    void theFilesGiveTheSameVerdictAfterwards() {
        GateResult played = play("reader-wait.p90 < 800ms", in(IN_TIME), 5);
        GateResult read = gate("reader-wait.p90 < 800ms").judge(run, Optional.empty());
        assertThat(read).isEqualTo(played);
    }

    @Test
    void thePlanIsTheBound() {
        // A p99 needs hundreds of answers.
        GateResult result = play("reader-wait.p99 < 800ms", in(IN_TIME), 3);
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.look()).contains(new Look(3, 3));
        assertThat(seeds).hasSize(2);
    }

    @Test
    void aDecisionAtTheFirstLookPlaysNothing() {
        GateResult result = play("complete.share <= 50%", in(IN_TIME), 5);
        assertThat(result.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(seeds).isEmpty();
        assertThat(RunRounds.of(run)).contains(RunRounds.planned(5));
    }

    @Test
    void aGroupInWhichTheHarnessWasLateIsPlayedAgainAndDoesNotCount() {
        List<SelfCheck> checks = new ArrayList<>(List.of(LATE, IN_TIME, IN_TIME, IN_TIME, IN_TIME));
        GateResult result =
                play("reader-wait.p90 < 800ms", (group, seed) -> write(group, seed, checks.remove(0), true), 5);
        assertThat(result.verdict()).isEqualTo(GateVerdict.PASS);
        assertThat(seeds).containsExactly(1_000_001L, 1_000_001L, 2_000_001L);
        assertThat(err.toString()).contains("group 2 does not count: the mock was late");
    }

    @Test
    void aMachineThatIsNeverQuietEndsTheLooks() {
        GateResult result = play("reader-wait.p90 < 800ms", in(LATE), 5);
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(seeds).hasSize(3);
        assertThat(RunRounds.of(run).orElseThrow().played()).isEqualTo(1);
    }

    @Test
    void aRunThatCannotBeTrustedIsNotPlayedOn() {
        write(run, 1, LATE, true);
        assertThat(play("reader-wait.p90 < 800ms", in(IN_TIME), 5).verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(seeds).isEmpty();
        assertThat(err.toString()).contains("make it anew on a quieter machine");
    }

    @Test
    void anInterruptedGroupLeavesTheLooksSoFar() {
        PlayedGate played =
                playedGate("reader-wait.p90 < 800ms", (group, seed) -> write(group, seed, IN_TIME, false), 5);
        assertThat(played.stopped()).isTrue();
        GateResult result = played.result();
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.notes().get(0)).startsWith("stopped before the gate was decided: group 2 of 5 at most");
        assertThat(result.look()).contains(new Look(1, 5));
        assertThat(err.toString()).contains("stopped; the looks so far stand");
    }

    @Test
    void anInterruptInALookEndsTheRoundsAfterItAndIsForgotten() {
        PlayedGate played = playedGate(
                "reader-wait.p90 < 800ms",
                (group, seed) -> {
                    write(group, seed, IN_TIME, true);
                    Thread.currentThread().interrupt();
                },
                5);
        assertThat(played.stopped()).isTrue();
        assertThat(played.result().verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(played.result().look()).contains(new Look(2, 5));
        assertThat(seeds).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aGroupOfAnotherExperimentIsRefusedAndDoesNotCount() {
        assertThatThrownBy(() -> play(
                        "reader-wait.p90 < 800ms",
                        (group, seed) -> {
                            write(group, seed, IN_TIME, true);
                            RunManifest played = RunManifest.read(group.manifest());
                            withScenario(played, Map.of("name", "paper", "tokens", 7))
                                    .write(group.manifest());
                        },
                        5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("scenario tokens was not given and is 7; what plays it has changed");
        assertThat(RunRounds.of(run).orElseThrow().played()).isEqualTo(1);
        assertThat(gate("streamed").judge(run, Optional.empty()).verdict()).isEqualTo(GateVerdict.PASS);
    }

    private static RunManifest withScenario(RunManifest manifest, Map<String, Object> scenario) {
        return new RunManifest(
                manifest.schema(),
                manifest.toolVersion(),
                manifest.command(),
                manifest.startedAt(),
                manifest.originNanoTime(),
                manifest.complete(),
                manifest.seed(),
                scenario,
                manifest.arms(),
                manifest.machine(),
                manifest.selfCheck());
    }

    private Replayable in(SelfCheck check) {
        return (group, seed) -> write(group, seed, check, true);
    }

    private GateResult play(String rule, Replayable experiment, int most) {
        return playedGate(rule, experiment, most).result();
    }

    private PlayedGate playedGate(String rule, Replayable experiment, int most) {
        Replayable noted = (group, seed) -> {
            seeds.add(seed);
            experiment.replay(group, seed);
        };
        return new RoundsPlayer(gate(rule), new PrintWriter(err)).judge(run, noted, RunRounds.planned(most));
    }

    private static RunGate gate(String rule) {
        return new RunGate(GateRules.of(List.of(GateRule.of(rule, "test"))), new Judge(false), MetricOptions.DEFAULTS);
    }

    private static void write(RunDirectory group, long seed, SelfCheck check, boolean complete) {
        try (TraceWriter writer = TraceWriter.create(group.responses())) {
            for (int i = 0; i < GROUP; i++) {
                writer.write(answer(seed, i));
            }
        }
        new RunManifest(
                        RunManifest.SCHEMA,
                        "1",
                        List.of("compare"),
                        "",
                        0,
                        complete,
                        seed,
                        Map.of("name", "paper"),
                        List.of("only"),
                        Map.of("cores", 2),
                        check)
                .write(group.manifest());
    }

    private static ResponseTrace answer(long seed, int i) {
        long start = i * 1000L * MS;
        Chunks.Builder chunks = Chunks.builder();
        for (int k = 0; k < 50; k++) {
            chunks.add(start + (300 + 40L * k) * MS, 10, 60);
        }
        return ResponseTrace.builder("r" + i)
                .arm("only")
                .intendedNanos(start)
                .sentNanos(start)
                .firstByteNanos(start + 300 * MS)
                .endNanos(start + 2300 * MS)
                .chunks(chunks.build())
                .text("word five ".repeat(50))
                .attribute("seed", String.valueOf(seed + i))
                .attribute("round", String.valueOf(i))
                .build();
    }
}
