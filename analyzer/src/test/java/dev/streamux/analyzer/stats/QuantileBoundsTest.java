package dev.streamux.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileBoundsTest {
    @ParameterizedTest
    @CsvSource({
        "100, 0.50, 40, 61",
        "100, 0.90, 84, 96",
        "100, 0.95, 90, 100",
        "400, 0.99, 392, 400",
        "1000, 0.99, 983, 997",
        "299, 0.99, 289, 299", // the upper side spends 0.99²⁹⁹ = 0.0495 of 0.05: P(B < 289) ≤ 0.0005
        "6, 0.50, 1, 6"
    })
    void ranksOfTheTwoSidedInterval(int n, double q, int low, int high) {
        assertThat(QuantileBounds.ranks(n, q, 0.95)).isEqualTo(new QuantileBounds.Ranks(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 6", "0.9, 29", "0.95, 59", "0.99, 299", "0.1, 29"})
    void minimumSizeIsWhereMinToMaxCovers(double q, int n) {
        assertThat(QuantileBounds.minimumSize(q, 0.95)).isEqualTo(n);
        assertThat(QuantileBounds.interval(counting(n), q, 0.95)).isInstanceOf(Interval.class);
        assertThat(QuantileBounds.interval(counting(n - 1), q, 0.95))
                .isEqualTo(new Refused("n = " + (n - 1) + ", " + QuantileBounds.name(q) + " needs " + n));
    }

    @Test
    void oneSidedBoundsNeedFewerValues() {
        // 0.5⁵ = 0.031 ≤ 0.05 < 0.5⁴
        assertThat(QuantileBounds.atLeast(counting(5), 0.5, 0.95))
                .isEqualTo(new Interval(1, Double.POSITIVE_INFINITY, 0.95));
        assertThat(QuantileBounds.atMost(counting(4), 0.5, 0.95)).isEqualTo(new Refused("n = 4, p50 needs 5"));
        // The p90 is above the smallest of two values with 0.99, but 29 are needed to say what it is below.
        assertThat(QuantileBounds.atLeast(counting(2), 0.9, 0.95).interval()).isPresent();
        assertThat(QuantileBounds.atMost(counting(28), 0.9, 0.95)).isEqualTo(new Refused("n = 28, p90 needs 29"));
    }

    @Test
    void namesKeepFractionsOfAPercent() {
        assertThat(QuantileBounds.name(0.5)).isEqualTo("p50");
        assertThat(QuantileBounds.name(0.07)).isEqualTo("p7");
        assertThat(QuantileBounds.name(0.999)).isEqualTo("p99.9");
    }

    @ParameterizedTest
    @CsvSource({"20, 0.5", "100, 0.5", "100, 0.9", "100, 0.95", "400, 0.99"})
    void intervalsCoverAtLeastAsOftenAsStated(int n, double q) {
        long seed = 20261121;
        RandomGenerator random = new SplittableRandom(seed);
        double truth = Math.exp(0.5 * standardNormalQuantile(q));
        int covered = 0;
        for (int draw = 0; draw < 1000; draw++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = Math.exp(0.5 * random.nextGaussian());
            }
            Interval interval = (Interval) QuantileBounds.interval(Sample.of(values), q, 0.95);
            covered += interval.contains(truth) ? 1 : 0;
        }
        // Order statistics are discrete: coverage is at least nominal, up to 0.985 here; ± 3 standard errors.
        assertThat(covered).as("seed %d", seed).isBetween(930, 995);
    }

    private static double standardNormalQuantile(double q) {
        return new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1).inverseCumulativeProbability(q);
    }

    private static Sample counting(int n) {
        return Sample.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
    }
}
