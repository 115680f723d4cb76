package dev.streamux.analyzer.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact distributions against a count of every case, and how often intervals of small samples cover. */
class RankDistributionTest {
    private static final long SEED = 620;
    private static final int DRAWS = 10_000;

    @ParameterizedTest
    // 3 and 3 values have no U so rare; the reference samples, 10 and 10, begin at 24.
    @CsvSource({"3, 3, 0", "4, 4, 1", "3, 5, 1", "5, 5, 3", "7, 7, 9", "8, 8, 14", "6, 10, 12", "9, 9, 18", "10, 10, 24"
    })
    void mannWhitneyIsWhatCountingEveryOrderGives(int n, int m, int rank) {
        long[] counts = new long[n * m + 1];
        // A bit is a place in the common order, 1 for a value of x: each y counts the x below it.
        for (int order = 0; order < 1 << (n + m); order++) {
            if (Integer.bitCount(order) == n) {
                int u = 0;
                for (int place = 0; place < n + m; place++) {
                    boolean y = (order >> place & 1) == 0;
                    u += y ? Integer.bitCount(order & ((1 << place) - 1)) : 0;
                }
                counts[u]++;
            }
        }
        assertIsDistribution(RankDistribution.mannWhitney(n, m), counts);
        assertThat(criticalRank(counts)).isEqualTo(rank);
    }

    @ParameterizedTest
    // For 8 pairs 5 of 256 signs have a sum of at most 3 and 7 of at most 4; one in 40 is 6.4, so the interval begins
    // at 4.
    @CsvSource({"5, 0", "6, 1", "7, 3", "8, 4", "9, 6", "10, 9", "12, 14", "15, 26", "20, 53"})
    void signedRankIsWhatCountingEverySignGives(int n, int rank) {
        long[] counts = new long[n * (n + 1) / 2 + 1];
        for (int signs = 0; signs < 1 << n; signs++) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 0 ? 0 : i + 1;
            }
            counts[sum]++;
        }
        assertIsDistribution(RankDistribution.signedRank(n), counts);
        assertThat(criticalRank(counts)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({"12, 15", "15, 15", "2, 20", "20, 20"})
    void mannWhitneyIsExactInWholeNumbersWhereOrdersAreTooMany(int n, int m) {
        // Orders by the sum of the ranks of y, one rank after the other taken or left; U is that sum less its smallest.
        int largest = (n + m) * (n + m + 1) / 2;
        long[][] orders = new long[m + 1][largest + 1];
        orders[0][0] = 1;
        for (int rank = 1; rank <= n + m; rank++) {
            for (int taken = Math.min(rank, m); taken >= 1; taken--) {
                for (int sum = rank; sum <= largest; sum++) {
                    orders[taken][sum] += orders[taken - 1][sum - rank];
                }
            }
        }
        int smallest = m * (m + 1) / 2;
        assertIsDistribution(
                RankDistribution.mannWhitney(n, m), Arrays.copyOfRange(orders[m], smallest, smallest + n * m + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 40, RankDistribution.EXACT_PAIRS})
    void signedRankIsExactInWholeNumbersWhereSignsAreTooMany(int n) {
        long[] signs = new long[n * (n + 1) / 2 + 1];
        signs[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = signs.length - 1; sum >= rank; sum--) {
                signs[sum] += signs[sum - rank];
            }
        }
        assertIsDistribution(RankDistribution.signedRank(n), signs);
    }

    /** Each probability, and the critical rank of the tails in use. */
    private static void assertIsDistribution(double[] probability, long[] counts) {
        double total = Arrays.stream(counts).sum();
        assertThat(probability).hasSize(counts.length);
        for (int i = 0; i < counts.length; i++) {
            assertThat(probability[i]).as("P(%d)", i).isCloseTo(counts[i] / total, within(1e-14));
        }
        assertThat(RankDistribution.criticalRank(probability, 0.025)).isEqualTo(criticalRank(counts));
    }

    /** The first statistic that is not in the lowest fortieth, in whole numbers. */
    private static int criticalRank(long[] counts) {
        long total = Arrays.stream(counts).sum();
        int rank = 0;
        for (long below = counts[0]; 40 * below <= total; below += counts[rank]) {
            rank++;
        }
        return rank;
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
                .isEqualTo(new Bounds.Refused("n = 3 and 3: too few for an interval at 95 %"));
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
