package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every delay must keep, on seeded draws. */
class DelayLawTest {
    private static final long SEED = 20261121;
    private static final int DRAWS = 50_000;
    private static final long MILLI = 1_000_000;

    private static final List<Delay> ALL = List.of(
            new Delay.Constant(25 * MILLI),
            new Delay.Normal(25 * MILLI, 30 * MILLI),
            new Delay.LogNormal(25 * MILLI, 0.8),
            new Delay.Gamma(25 * MILLI, 0.4),
            new Delay.Gamma(25 * MILLI, 2),
            new Delay.Percentiles(25 * MILLI, 40 * MILLI, 120 * MILLI),
            new Delay.Stalling(new Delay.Constant(MILLI), 0.1, new Delay.Constant(500 * MILLI)));

    private static long[] draws(Delay delay) {
        RandomGenerator random = new SplittableRandom(SEED);
        long[] draws = new long[DRAWS];
        Arrays.setAll(draws, i -> delay.sample(random));
        return draws;
    }

    private static double mean(long[] draws) {
        return Arrays.stream(draws).average().orElseThrow();
    }

    @Test
    void noDelayIsNegative() {
        for (Delay delay : ALL) {
            assertThat(Arrays.stream(draws(delay)).min().orElseThrow())
                    .as("%s, seed %d", delay, SEED)
                    .isNotNegative();
        }
    }

    @Test
    void oneSeedGivesOneSequence() {
        for (Delay delay : ALL) {
            assertThat(draws(delay)).as("%s", delay).isEqualTo(draws(delay));
        }
    }

    @Test
    void logNormalAndGammaKeepTheirMean() {
        // Standard error of the mean: 25 * 2 / sqrt(50000) = 0.22 ms at most; five of them are 1.1 ms.
        for (Delay delay : List.of(
                new Delay.LogNormal(25 * MILLI, 0.8),
                new Delay.Gamma(25 * MILLI, 0.4),
                new Delay.Gamma(25 * MILLI, 2))) {
            assertThat(mean(draws(delay))).as("%s, seed %d", delay, SEED).isCloseTo(25e6, within(1.1e6));
        }
    }

    @Test
    void gammaKeepsItsVariation() {
        long[] draws = draws(new Delay.Gamma(25 * MILLI, 0.4));
        double mean = mean(draws);
        double variance =
                Arrays.stream(draws).mapToDouble(x -> (x - mean) * (x - mean)).sum() / DRAWS;

        assertThat(Math.sqrt(variance) / mean).as("seed %d", SEED).isCloseTo(0.4, within(0.02));
    }

    @Test
    void percentilesComeOutAsTheyWentIn() {
        long[] draws = draws(new Delay.Percentiles(25 * MILLI, 40 * MILLI, 120 * MILLI));
        Arrays.sort(draws);

        assertThat(draws[DRAWS / 2] / 1e6).as("p50, seed %d", SEED).isCloseTo(25, within(0.5));
        assertThat(draws[DRAWS * 9 / 10] / 1e6).as("p90, seed %d", SEED).isCloseTo(40, within(1.0));
        assertThat(draws[DRAWS * 99 / 100] / 1e6).as("p99, seed %d", SEED).isCloseTo(120, within(6.0));
    }

    @Test
    void theQuantilesOfPercentilesNeverFall() {
        Delay.Percentiles delay = new Delay.Percentiles(25 * MILLI, 40 * MILLI, 120 * MILLI);
        double before = 0;
        for (double u = 0; u < 1; u += 0.0005) {
            assertThat(delay.quantile(u)).as("u = %s", u).isGreaterThanOrEqualTo(before);
            before = delay.quantile(u);
        }
    }

    @Test
    void stallsComeWithTheirShare() {
        long[] draws = draws(new Delay.Stalling(new Delay.Constant(MILLI), 0.1, new Delay.Constant(500 * MILLI)));
        long stalls = Arrays.stream(draws).filter(nanos -> nanos == 501 * MILLI).count();

        // 5000 expected, standard deviation sqrt(50000 * 0.1 * 0.9) = 67.
        assertThat(stalls).as("seed %d", SEED).isBetween(4_660L, 5_340L);
    }
}
