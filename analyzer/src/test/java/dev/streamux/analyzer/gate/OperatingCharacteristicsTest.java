package dev.streamux.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.comparison.Arms;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.trace.run.SelfCheck;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How often the gate fires, simulated: log-normal waits around 1 s with a log standard deviation of 0.2. */
class OperatingCharacteristicsTest {
    private static final long SEED = 20261121;
    private static final int RUNS = 1000;
    private static final int PER_ARM = 60;
    private static final String METRIC = "reader-wait";

    private final GateRules rules = GateRules.of(List.of(GateRule.of("reader-wait < baseline + 5% and 20ms", "test")));

    @Test
    void nothingChangedFailsAtMostOnceInAHundredRuns() {
        assertThat(share(1.0, GateVerdict.FAIL)).as("seed %d", SEED).isLessThanOrEqualTo(0.01);
    }

    @Test
    void aFifthSlowerIsFoundNineteenTimesInTwenty() {
        assertThat(share(1.2, GateVerdict.FAIL)).as("seed %d", SEED).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aChangeThatUsesUpTheMarginFailsOnceInTwenty() {
        // Nominal 5 %; three standard errors of 1,000 runs are 2 %.
        assertThat(share(1.05, GateVerdict.FAIL)).as("seed %d", SEED).isLessThanOrEqualTo(0.07);
    }

    @Test
    void aFifthFasterNeverFailsAndPasses() {
        assertThat(share(0.8, GateVerdict.FAIL)).as("seed %d", SEED).isZero();
        assertThat(share(0.8, GateVerdict.PASS)).as("seed %d", SEED).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aRealRegressionNeverPasses() {
        assertThat(share(1.2, GateVerdict.PASS)).as("seed %d", SEED).isLessThanOrEqualTo(0.002);
    }

    private double share(double ratio, GateVerdict wanted) {
        RandomGenerator random = new SplittableRandom(SEED);
        Map<GateVerdict, Integer> verdicts = new EnumMap<>(GateVerdict.class);
        for (int run = 0; run < RUNS; run++) {
            Map<String, ArmObservations> arms = new LinkedHashMap<>();
            arms.put("base", Arms.of("base", METRIC, waits(1000, random)));
            arms.put("candidate", Arms.of("candidate", METRIC, waits(1000 * ratio, random)));
            GateResult result = new Judge(false).judge(rules, GateInput.of(arms, SelfCheck.NONE));
            RuleOutcome relative = result.outcomes().get(0);
            verdicts.merge(relative.verdict(), 1, Integer::sum);
        }
        return verdicts.getOrDefault(wanted, 0) / (double) RUNS;
    }

    private static double[] waits(double median, RandomGenerator random) {
        double[] values = new double[PER_ARM];
        for (int i = 0; i < values.length; i++) {
            values[i] = median * Math.exp(0.2 * random.nextGaussian());
        }
        return values;
    }
}
