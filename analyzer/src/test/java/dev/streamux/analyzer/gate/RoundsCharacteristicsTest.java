package dev.streamux.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.comparison.Arms;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.trace.run.SelfCheck;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often a gate that plays rounds on errs, simulated: up to five groups of 20 answers an arm, log-normal waits around
 * 1 s with a log standard deviation of 0.2, margin 5 % and 20 ms.
 */
class RoundsCharacteristicsTest {
    private static final long SEED = 20261122;
    private static final int RUNS = 400;
    private static final int GROUP = 20;
    private static final int LOOKS = 5;
    private static final String METRIC = "reader-wait";
    private static final double[] CONFIDENCE = IntStream.rangeClosed(1, LOOKS)
            .mapToDouble(look -> new Look(look, LOOKS).confidence(0.95))
            .toArray();

    private final GateRules rules = GateRules.of(List.of(GateRule.of("reader-wait < baseline + 5% and 20ms", "test")));

    @Test
    void theJudgeIsAsStrictAsThePlanAtEachLook() {
        Map<String, ArmObservations> arms = new LinkedHashMap<>();
        arms.put("base", Arms.of("base", METRIC, 1, 2, 3));
        arms.put("candidate", Arms.of("candidate", METRIC, 1, 2, 3));
        GateInput input = GateInput.of(arms, SelfCheck.NONE).atLook(new Look(2, LOOKS));
        assertThat(new Judge(false).judge(rules, input).confidence()).isEqualTo(CONFIDENCE[1]);
        assertThat(CONFIDENCE[1]).isBetween(0.998, 0.9982);
    }

    @Test
    void nothingChangedFailsAtMostOnceInAHundredRunsOverAllLooks() {
        Tally tally = play(1.0, true);
        assertThat(tally.share(GateVerdict.FAIL)).as("seed %d", SEED).isLessThanOrEqualTo(0.01);
    }

    @Test
    void aFifthSlowerIsFoundAndSoonerThanByOneLookAtTheEnd() {
        Tally tally = play(1.2, true);
        assertThat(tally.share(GateVerdict.FAIL)).as("seed %d", SEED).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.share(GateVerdict.PASS)).as("seed %d", SEED).isZero();
        assertThat(tally.looks / (double) RUNS).as("seed %d", SEED).isLessThan(3.5);
    }

    @Test
    void aChangeThatUsesUpTheMarginFailsOnceInTwentyOverAllLooks() {
        // Nominal 5 %; three standard errors of 400 runs are 3 %.
        assertThat(play(1.05, true).share(GateVerdict.FAIL)).as("seed %d", SEED).isLessThanOrEqualTo(0.08);
    }

    @Test
    void withoutThePlanTheSameLooksErrTwiceAsOftenAndMore() {
        assertThat(play(1.05, false).share(GateVerdict.FAIL))
                .as("seed %d", SEED)
                .isGreaterThan(0.1);
    }

    @Test
    void aFifthFasterNeverFailsAndPasses() {
        Tally tally = play(0.8, true);
        assertThat(tally.share(GateVerdict.FAIL)).as("seed %d", SEED).isZero();
        assertThat(tally.share(GateVerdict.PASS)).as("seed %d", SEED).isGreaterThanOrEqualTo(0.99);
    }

    /** What came of many runs; {@code looks} over all of them. */
    private record Tally(Map<GateVerdict, Integer> verdicts, int looks) {
        double share(GateVerdict verdict) {
            return verdicts.getOrDefault(verdict, 0) / (double) RUNS;
        }
    }

    private Tally play(double ratio, boolean planned) {
        RandomGenerator random = new SplittableRandom(SEED);
        Map<GateVerdict, Integer> verdicts = new LinkedHashMap<>();
        int looks = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] base = waits(1000, random);
            double[] candidate = waits(1000 * ratio, random);
            GateVerdict verdict = GateVerdict.INCONCLUSIVE;
            for (int look = 1; look <= LOOKS && verdict == GateVerdict.INCONCLUSIVE; look++) {
                verdict = look(base, candidate, look, planned);
                looks++;
            }
            verdicts.merge(verdict, 1, Integer::sum);
        }
        return new Tally(verdicts, looks);
    }

    private GateVerdict look(double[] base, double[] candidate, int look, boolean planned) {
        Map<String, ArmObservations> arms = new LinkedHashMap<>();
        arms.put("base", Arms.of("base", METRIC, Arrays.copyOf(base, look * GROUP)));
        arms.put("candidate", Arms.of("candidate", METRIC, Arrays.copyOf(candidate, look * GROUP)));
        // As the judge does it at a look; the plan is reckoned once for all runs.
        GateRules strict = planned ? rules.withConfidence(CONFIDENCE[look - 1]) : rules;
        GateResult result = new Judge(false).judge(strict, GateInput.of(arms, SelfCheck.NONE));
        return result.outcomes().get(0).verdict();
    }

    private static double[] waits(double median, RandomGenerator random) {
        double[] values = new double[GROUP * LOOKS];
        for (int i = 0; i < values.length; i++) {
            values[i] = median * Math.exp(0.2 * random.nextGaussian());
        }
        return values;
    }
}
