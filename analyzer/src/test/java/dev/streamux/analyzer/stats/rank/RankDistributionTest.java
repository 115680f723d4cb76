package dev.streamux.analyzer.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Sample;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact critical ranks against the printed tables, and how often intervals of small samples cover. */
class RankDistributionTest {
    private static final long SEED = 620;
    private static final int DRAWS = 10_000;

    // Siegel (1956), table K: the largest U that is significant at 5 %, two-sided.
    @ParameterizedTest
    @CsvSource({
        "4, 4, 0",
        "3, 5, 0",
        "5, 5, 2",
        "6, 6, 5",
        "7, 7, 8",
        "8, 8, 13",
        "6, 10, 11",
        "9, 9, 17",
        "10, 10, 23",
        "12, 15, 49",
        "15, 15, 64",
        "20, 20, 127"
    })
    void mannWhitneyAgreesWithTheTable(int n, int m, int critical) {
        assertThat(RankDistribution.criticalRank(RankDistribution.mannWhitney(n, m), 0.025))
                .isEqualTo(critical + 1);
    }

    // Siegel (1956), table G: the largest sum of ranks that is significant at 5 %, two-sided.
    @ParameterizedTest
    @CsvSource({"6, 0", "7, 2", "8, 3", "9, 5", "10, 8", "12, 13", "15, 25", "20, 52", "25, 89"})
    void signedRankAgreesWithTheTable(int n, int critical) {
        assertThat(RankDistribution.criticalRank(RankDistribution.signedRank(n), 0.025))
                .isEqualTo(critical + 1);
    }

    @Test
    void handCountsOfTheSmallestCases() {
        // 2 and 2 values have 6 orders with U = 0, 1, 2, 2, 3, 4; 3 ranks have 8 signs with W = 0, 1, 2, 3, 3, 4, 5, 6.
        assertThat(RankDistribution.mannWhitney(2, 2))
                .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 2 / 6.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
        assertThat(RankDistribution.signedRank(3)).containsExactly(0.125, 0.125, 0.125, 0.25, 0.125, 0.125, 0.125);
    }

    @Test
    void belowTheSmallestSampleThereIsNoInterval() {
        // P(U = 0) is 1/20 for 3 and 3 values, 1/70 for 4 and 4; P(W = 0) is 1/32 for 5 pairs, 1/64 for 6.
        assertThat(HodgesLehmann.shift(Sample.of(1, 2, 3), Sample.of(4, 5, 7), 0.95)
                        .bounds())
                .isEqualTo(new Bounds.Refused("n = 3 and 3: too few for an interval at 0.95"));
        assertThat(HodgesLehmann.shift(Sample.of(1, 2, 3, 4), Sample.of(5, 7, 9, 11), 0.95)
                        .bounds())
                .isEqualTo(new Bounds.Interval(1, 10, 0.95));
        assertThat(HodgesLehmann.shift(Sample.of(1, 2, 3), Sample.of(4, 5, 7), 0.90)
                        .bounds())
                .as("1/20 is exactly the tail of 90 %%")
                .isEqualTo(new Bounds.Interval(1, 6, 0.9));
        assertThat(HodgesLehmann.pairedShift(Sample.of(1, 2, 3, 4, 5), 0.95).bounds())
                .isInstanceOf(Bounds.Refused.class);
        assertThat(HodgesLehmann.pairedShift(Sample.of(1, 2, 3, 4, 5, 6), 0.95).bounds())
                .isEqualTo(new Bounds.Interval(1, 6, 0.95));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 10, 14, 20})
    void intervalsOfSmallSamplesCoverAtLeastAsOftenAsStated(int n) {
        RandomGenerator random = new SplittableRandom(SEED + n);
        assertCovers(
                n,
                () -> HodgesLehmann.shift(normal(n, random), normal(n, random), 0.95)
                        .bounds());
        assertCovers(n, () -> HodgesLehmann.pairedShift(normal(n, random), 0.95).bounds());
    }

    /** The exact level is at or above 95 %, at most 97.5 % from n = 6 on; four standard errors of 10,000 draws are 0.9 %. */
    private static void assertCovers(int n, Supplier<Bounds> draw) {
        int covered = 0;
        for (int i = 0; i < DRAWS; i++) {
            covered += ((Bounds.Interval) draw.get()).contains(0) ? 1 : 0;
        }
        assertThat((double) covered / DRAWS).as("seed %d, n %d", SEED, n).isBetween(0.94, 0.985);
    }

    private static Sample normal(int n, RandomGenerator random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return Sample.of(values);
    }
}
