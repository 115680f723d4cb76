package dev.streamux.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.comparison.Arms;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.Observation;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.gate.file.RulesFile;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.run.SelfCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String WAIT = "reader-wait";
    private static final String RELATIVE = "reader-wait < baseline + 10% and 20ms";

    @Test
    void aBudgetIsJudgedByItsBoundsAndNotByThePoint() {
        // 1 … 100 ms: the p90 is 90.1 at R-7; with 95 % each it lies between the values of rank 85 and 96.
        ArmObservations arm = arm("only", 100, i -> i + 1);
        assertThat(verdict("reader-wait.p90 < 97ms", arm)).isEqualTo(GateVerdict.PASS);
        assertThat(verdict("reader-wait.p90 < 92ms", arm)).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(verdict("reader-wait.p90 < 89ms", arm)).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(verdict("reader-wait.p90 < 80ms", arm)).isEqualTo(GateVerdict.FAIL);
        assertThat(verdict("reader-wait.mean < 40ms", arm)).isEqualTo(GateVerdict.FAIL);
        assertThat(verdict("reader-wait.mean < 60ms", arm)).isEqualTo(GateVerdict.PASS);
    }

    @Test
    void aPercentileOfTooFewSamplesIsRefused() {
        RuleOutcome outcome = judge("reader-wait.p99 < 10s", arm("only", 298, i -> 1))
                .outcomes()
                .get(0);
        assertThat(outcome.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(outcome.message()).startsWith("too few samples: n = 298, p99 needs 299");
    }

    @Test
    void smallSamplesAreJudgedByTheirValueWhereTheUserAsksForIt() {
        GateInput input = GateInput.of(arms(arm("only", 5, i -> 100)), SelfCheck.NONE);
        RuleOutcome outcome = new Judge(true)
                .judge(rules("reader-wait.p90 < 90ms"), input)
                .outcomes()
                .get(0);
        assertThat(outcome.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(outcome.message()).contains("judged without bounds as --allow-small-n asks");
    }

    @Test
    void anArmIsComparedWithTheFirstOne() {
        GateResult result = judge(RELATIVE, arm("base", 40, i -> 1000 + i), arm("slow", 40, i -> 1300 + i));
        assertThat(result.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(result.outcomes().get(0).message())
                .contains("reader-wait of slow against base: median 1320 ms after 1020 ms")
                .contains("the rule allows +10.0 % or 20 ms");
        assertThat(result.controls()).hasSize(1);
    }

    @Test
    void aRelativeChangeBelowTheAbsoluteToleranceIsNone() {
        // 15 ms on 50 ms is 30 %, and nobody sees 15 ms.
        assertThat(judge(RELATIVE, arm("base", 40, i -> 50 + i / 100.0), arm("slow", 40, i -> 65 + i / 100.0))
                        .verdict())
                .isEqualTo(GateVerdict.PASS);
    }

    @Test
    void lessOfAGoodThingIsWorse() {
        String rule = "andes-qoe > baseline - 10%";
        ArmObservations good = Arms.of(
                "base",
                "andes-qoe",
                IntStream.range(0, 40).mapToDouble(i -> 0.9 + i / 1e4).toArray());
        ArmObservations bad = Arms.of(
                "bad",
                "andes-qoe",
                IntStream.range(0, 40).mapToDouble(i -> 0.6 + i / 1e4).toArray());
        assertThat(judge(rule, good, bad).verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(judge(rule, bad, good).verdict()).isEqualTo(GateVerdict.PASS);
    }

    @Test
    void aBaselineThatDiffersFromItselfMakesTheRunInconclusive() {
        // Every other response of the baseline takes twice as long: whatever did that may have hit the candidate.
        GateResult result =
                judge(RELATIVE, arm("base", 60, i -> i % 2 == 0 ? 1000 + i : 2000 + i), arm("slow", 60, i -> 3000 + i));
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.outcomes().get(0).message()).startsWith("the noise is above the tolerance: ");
    }

    @Test
    void aRunThatCannotBeTrustedIsInconclusive() {
        SelfCheck late = new SelfCheck(Map.of(), false, List.of("the mock was late by 80 ms"));
        GateResult result = new Judge(false)
                .judge(rules("reader-wait.p90 < 80ms"), GateInput.of(arms(arm("only", 100, i -> 1000)), late));
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.outcomes().get(0).message())
                .startsWith("the run cannot be trusted: the mock was late by 80 ms; reader-wait.p90 is 1000 ms");
    }

    @Test
    void aTruncatedAnswerFailsAlthoughNoRuleAsks() {
        List<Observation> observations = new ArrayList<>(arm("only", 99, i -> 1).observations());
        observations.add(new Observation(Outcome.TRUNCATED, Optional.empty(), Optional.empty(), Map.of()));
        ArmObservations arm = new ArmObservations("only", Set.of("json"), observations, Optional.empty());
        GateResult result = judge("reader-wait.p90 < 80ms", arm);
        assertThat(result.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(result.with(GateVerdict.FAIL).get(0).message()).startsWith("1 of 100 responses ended as truncated");
    }

    @Test
    void anArmWithoutACompleteResponseNeverPasses() {
        List<Observation> failed =
                List.of(new Observation(Outcome.REJECTED, Optional.empty(), Optional.empty(), Map.of()));
        ArmObservations arm = new ArmObservations("only", Set.of("sse"), failed, Optional.empty());
        GateResult result = judge("reader-wait.p90 < 80ms", arm);
        assertThat(result.outcomes().get(0).verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.verdict()).isEqualTo(GateVerdict.FAIL); // complete.share >= 95% is built in
    }

    @Test
    void aMetricWithoutAValueIsAMistakeAndNotAPass() {
        List<Observation> without = List.of(new Observation(
                Outcome.COMPLETE, Optional.empty(), Optional.empty(), Map.of(WAIT, MetricValue.absent("no-usage"))));
        ArmObservations arm = new ArmObservations("only", Set.of("json"), without, Optional.empty());
        assertThatThrownBy(() -> judge("reader-wait.p90 < 80ms", arm))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no value of reader-wait in 1 complete responses (no-usage: 1)");
    }

    @Test
    void armsThatAreNotThereAreAMistake() {
        ArmObservations arm = arm("only", 40, i -> 1);
        assertThatThrownBy(() -> judge("reader-wait.p90 < 80ms\n    arms: [nginx*]", arm))
                .hasMessageContaining("judges no arm: arms is nginx*, the run has only");
        assertThatThrownBy(() -> judge(RELATIVE, arm)).hasMessageContaining("name a baseline run with --baseline");
    }

    @Test
    void anIncompatibleBaselineIsInconclusive() {
        BaselineRun other = new BaselineRun("out/base", Optional.empty(), List.of("cores was 8 and is 2"), List.of());
        GateInput.Reference reference = new GateInput.Reference(other, arms(arm("only", 40, i -> 1000 + i)));
        GateInput input = new GateInput(
                arms(arm("only", 40, i -> 1000 + i)), SelfCheck.NONE, Optional.of(reference), Optional.empty());
        GateResult result = new Judge(false).judge(rules(RELATIVE), input);
        assertThat(result.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(result.outcomes().get(0).message())
                .startsWith("the baseline run cannot be compared with this one: cores was 8 and is 2");
    }

    @Test
    void aCandidateThatStreamsBetterThanItsBaselineIsRemarkedOnWhateverTheRulesAre() {
        ArmObservations before = delivered(arm("before", 40, i -> 1000 + i), DeliveryKind.BUFFERED);
        ArmObservations after = delivered(arm("after", 40, i -> 1000 + i), DeliveryKind.STREAMED);
        assertThat(judge("streamed", before, after).notes())
                .contains("after is streamed and its baseline before is buffered; if before is the newer one, the"
                        + " arms are swapped");
        assertThat(judge("streamed", after, before).notes()).noneMatch(note -> note.contains("swapped"));
    }

    @Test
    void anOutcomeSaysWhichBoundDecidedIt() {
        GateResult slower = judge(RELATIVE, arm("base", 40, i -> 1000 + i), arm("slow", 40, i -> 1300 + i));
        assertThat(slower.outcomes().get(0).explanation())
                .contains("; decided by the lower bound of the ratio, +2")
                .contains(" %, and the lower bound of the shift, ");
        // Pairs: each is 1 ms slower, so the ratio decides before the shift is asked.
        GateResult same = judge(RELATIVE, arm("base", 40, i -> 1000 + i), arm("same", 40, i -> 1001 + i));
        assertThat(same.outcomes().get(0).explanation()).contains("; decided by the upper bound of the ratio, +0.");
        GateResult open = judge("reader-wait.p90 < 92ms", arm("only", 100, i -> i + 1));
        assertThat(open.outcomes().get(0).explanation()).doesNotContain("decided by");
        GateResult budget = judge("reader-wait.p90 < 80ms", arm("only", 100, i -> i + 1));
        assertThat(budget.outcomes().get(0).explanation()).endsWith("; decided by the lower bound, 85 ms");
    }

    @Test
    void goodAnswersAreCountedOverAllAndJudgedByBounds() {
        // 1 … 100 ms, of which 90 are below 90.5: Wilson's one-sided 95 % bounds of 90 in 100 are 83.9 % and 93.9 %.
        ArmObservations arm = arm("only", 100, i -> i + 1);
        assertThat(verdict("good(reader-wait < 90.5ms).share >= 83%", arm)).isEqualTo(GateVerdict.PASS);
        assertThat(verdict("good(reader-wait < 90.5ms).share >= 90%", arm)).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(verdict("good(reader-wait < 90.5ms).share >= 94.5%", arm)).isEqualTo(GateVerdict.FAIL);
    }

    @Test
    void anAnswerThatDidNotCompleteIsNoneOfTheGood() {
        List<Observation> observations = new ArrayList<>(arm("only", 50, i -> 1).observations());
        for (int i = 0; i < 50; i++) {
            observations.add(new Observation(Outcome.RESET, Optional.empty(), Optional.empty(), Map.of()));
        }
        ArmObservations half = new ArmObservations("only", Set.of("sse"), observations, Optional.empty());
        RuleOutcome outcome =
                judge("good(reader-wait < 1s).share >= 90%", half).outcomes().get(0);
        assertThat(outcome.verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(outcome.message()).startsWith("50 of 100 answers were complete and within every limit (50 %");
    }

    @Test
    void aShareAtItsLimitKeepsIt() {
        List<Observation> observations = new ArrayList<>(arm("only", 95, i -> 1).observations());
        for (int i = 0; i < 5; i++) {
            observations.add(new Observation(Outcome.RESET, Optional.empty(), Optional.empty(), Map.of()));
        }
        ArmObservations arm = new ArmObservations("only", Set.of("sse"), observations, Optional.empty());
        assertThat(verdict("complete.share >= 95%", arm)).isEqualTo(GateVerdict.PASS);
        assertThat(verdict("reset.share <= 5%", arm)).isEqualTo(GateVerdict.PASS);
    }

    @Test
    void aMixedArmIsCalledByBoundsAndAUniformOneAsItIs() {
        assertThat(verdict("streamed", delivered(10, 0, 0))).isEqualTo(GateVerdict.PASS);
        assertThat(verdict("streamed", delivered(0, 0, 1))).isEqualTo(GateVerdict.FAIL);
        assertThat(verdict("streamed", delivered(2, 2, 0))).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(verdict("streamed", delivered(40, 10, 0))).isEqualTo(GateVerdict.PASS);
        assertThat(verdict("not buffered", delivered(10, 0, 40))).isEqualTo(GateVerdict.FAIL);
        assertThat(verdict("buffered.share <= 0%", delivered(49, 0, 1))).isEqualTo(GateVerdict.FAIL);
        assertThat(verdict("buffered.share <= 5%", delivered(49, 0, 1))).isEqualTo(GateVerdict.PASS);
    }

    @Test
    void aLateHarnessCanMakeLumpsButNoBufferedStream() {
        SelfCheck late = new SelfCheck(Map.of(), false, List.of("the mock was late by 80 ms"));
        Judge judge = new Judge(false);
        assertThat(judge.judge(rules("streamed"), GateInput.of(arms(delivered(0, 10, 0)), late))
                        .verdict())
                .isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(judge.judge(rules("streamed"), GateInput.of(arms(delivered(0, 0, 10)), late))
                        .verdict())
                .isEqualTo(GateVerdict.FAIL);
    }

    private static ArmObservations delivered(long streamed, long coalesced, long buffered) {
        Map<DeliveryKind, Long> responses = new LinkedHashMap<>();
        responses.put(DeliveryKind.STREAMED, streamed);
        responses.put(DeliveryKind.COALESCED, coalesced);
        responses.put(DeliveryKind.BUFFERED, buffered);
        DeliveryKind most = responses.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        ArmObservations plain = arm("only", (int) (streamed + coalesced + buffered), i -> 1);
        return new ArmObservations(
                "only",
                Set.of("sse"),
                plain.observations(),
                Optional.of(new DeliveryVerdict(most, responses, Map.of(), "as counted")));
    }

    @Test
    void warningsAndQuarantineDoNotCount() {
        ArmObservations arm = arm("only", 100, i -> 1000);
        assertThat(judge("reader-wait.p90 < 80ms\n    severity: warn", arm).verdict())
                .isEqualTo(GateVerdict.PASS);
        assertThat(judge("reader-wait.p90 < 80ms\n    quarantine: {until: 2026-12-01, reason: slow disk}", arm)
                        .verdict())
                .isEqualTo(GateVerdict.PASS);
    }

    @Test
    void aFailureAmongManyRulesMustSurviveTheCorrection() {
        // p is 0.03 or so for one arm: beyond doubt alone, not as one of six.
        ArmObservations base = arm("base", 12, i -> 1000 + 30 * i);
        ArmObservations worse = arm("worse", 12, i -> 1185 + 36 * i);
        assertThat(judge(RELATIVE, base, worse).outcomes().get(0).verdict()).isEqualTo(GateVerdict.FAIL);
        List<ArmObservations> many = new ArrayList<>(List.of(base, worse));
        for (int copy = 0; copy < 9; copy++) {
            many.add(arm("same" + copy, 12, i -> 1000 + 30 * i));
        }
        RuleOutcome among =
                judge(RELATIVE, many.toArray(ArmObservations[]::new)).outcomes().get(0);
        assertThat(among.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
        assertThat(among.message()).startsWith("it may be chance among 10 relative rules");
    }

    /** The same arm whose answers all came so. */
    private static ArmObservations delivered(ArmObservations arm, DeliveryKind kind) {
        long all = arm.observations().size();
        return new ArmObservations(
                arm.arm(),
                arm.deliveries(),
                arm.observations(),
                Optional.of(new DeliveryVerdict(kind, Map.of(kind, all), Map.of(), "as counted")));
    }

    private static GateVerdict verdict(String rule, ArmObservations arm) {
        return judge(rule, arm).outcomes().get(0).verdict();
    }

    private static GateResult judge(String rule, ArmObservations... arms) {
        return new Judge(false).judge(rules(rule), GateInput.of(arms(arms), SelfCheck.NONE));
    }

    private static GateRules rules(String rule) {
        return RulesFile.parse("rules:\n  - rule: " + rule, "rules.yaml", LocalDate.of(2026, 11, 21));
    }

    private static Map<String, ArmObservations> arms(ArmObservations... arms) {
        Map<String, ArmObservations> map = new LinkedHashMap<>();
        for (ArmObservations arm : arms) {
            map.put(arm.arm(), arm);
        }
        return map;
    }

    /** The arms carry no text, so they count as bodies read whole and the built-in rule on delivery lets them be. */
    private static ArmObservations arm(String name, int n, IntToDoubleFunction value) {
        ArmObservations arm =
                Arms.of(name, WAIT, IntStream.range(0, n).mapToDouble(value).toArray());
        return new ArmObservations(name, Set.of("json"), arm.observations(), Optional.empty());
    }
}
