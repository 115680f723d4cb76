package dev.streamux.analyzer.stats.rank;

import static dev.streamux.analyzer.stats.rank.ReferenceSamples.X;
import static dev.streamux.analyzer.stats.rank.ReferenceSamples.Y;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Sample;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RankTestsTest {
    private static final double EXACT_P = 0.10512243174781875;

    @Test
    void mannWhitneyOfTheReferenceSamples() {
        MannWhitney test = MannWhitney.test(X, Y);
        assertThat(test.u()).isEqualTo(72);
        // The asymptotic two-sided p of the vector, 0.0963037, is that of z.
        assertThat(2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-test.z()))
                .isCloseTo(0.0963037, within(5e-8));
        // 10 and 10 values without ties are few enough for the exact one (SciPy 1.17).
        assertThat(test.pTwoSided()).isCloseTo(EXACT_P, within(1e-9));
        assertThat(test.pLarger()).isCloseTo(EXACT_P / 2, within(1e-9));
    }

    @Test
    void mannWhitneyIsExactForFewValuesWithoutTies() {
        // All three of y above all three of x: one order of 20, so 1/20 on this side and 1/10 on both.
        MannWhitney test = MannWhitney.test(Sample.of(1, 2, 3), Sample.of(4, 5, 6));
        assertThat(test.pLarger()).isCloseTo(1 / 20.0, within(1e-15));
        assertThat(test.pTwoSided()).isCloseTo(1 / 10.0, within(1e-15));
        // One value each: nothing can be shown.
        assertThat(MannWhitney.test(Sample.of(1), Sample.of(2)).pLarger()).isEqualTo(0.5);
    }

    @Test
    void mannWhitneyAgreesWithItsApproximationWhereTheyMeet() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 20).mapToDouble(i -> i + 4.5).toArray();
        MannWhitney exact = MannWhitney.test(Sample.of(x), Sample.of(y));
        double approximate = new NormalDistribution(null, 0, 1).cumulativeProbability(-exact.z());
        assertThat(exact.pLarger()).isCloseTo(approximate, within(0.003));
    }

    @Test
    void mannWhitneyKeepsTheDirection() {
        MannWhitney test = MannWhitney.test(Y, X);
        assertThat(test.u()).isEqualTo(28); // 100 − 72
        assertThat(test.pLarger()).isGreaterThan(0.95);
    }

    @Test
    void mannWhitneyCorrectsForTies() {
        // U = 2 + 3.5 + 3.5 + 4 = 13; two groups of three: 48 / (8 · 7); z = 5 / sqrt(16/12 · (9 − 0.857))
        MannWhitney test = MannWhitney.test(Sample.of(1, 2, 2, 3), Sample.of(2, 3, 3, 4));
        assertThat(test.u()).isEqualTo(13);
        assertThat(test.z()).isCloseTo(1.5174, within(5e-5));
        assertThat(test.pTwoSided()).isCloseTo(0.12916, within(5e-6));
    }

    @Test
    void equalValuesProveNothing() {
        assertThat(MannWhitney.test(Sample.of(5, 5, 5), Sample.of(5, 5)).pTwoSided())
                .isEqualTo(1);
        assertThat(SignedRank.test(Sample.of(0, 0)).pTwoSided()).isEqualTo(1);
    }

    @Test
    void cliffsDeltaCountsPairs() {
        assertThat(CliffsDelta.of(X, Y).value()).isEqualTo(0.44); // (72 − 28) / 100
        assertThat(CliffsDelta.of(X, Y).label()).isEqualTo("medium");
        assertThat(CliffsDelta.of(Sample.of(1, 2), Sample.of(1, 2)).value()).isZero();
        assertThat(CliffsDelta.of(Sample.of(3), Sample.of(1, 2))).isEqualTo(new CliffsDelta(-1));
    }

    @Test
    void kolmogorovSmirnovIsNotStrict() {
        KolmogorovSmirnov test = KolmogorovSmirnov.test(X, Y);
        assertThat(test.distance()).isEqualTo(0.3);
        assertThat(test.p()).isCloseTo(0.786930, within(5e-7)); // the strict one is 0.41752
    }

    @Test
    void kolmogorovSmirnovTakesTiesWithoutJitter() {
        // Two of ten values differ: D = 0.2 by counting, p = 0.99446 exactly and at every call.
        Sample tied = Sample.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
        Sample other = Sample.of(1, 1, 1, 2, 2, 2, 2, 2, 2, 2);
        assertThat(KolmogorovSmirnov.test(tied, other).distance()).isEqualTo(0.2);
        assertThat(KolmogorovSmirnov.test(tied, other).p()).isCloseTo(0.99446, within(5e-6));
    }

    @Test
    void kolmogorovSmirnovOfLargeSamplesUsesTheLimit() {
        Sample many = Sample.of(IntStream.range(0, 1000).asDoubleStream().toArray());
        assertThat(KolmogorovSmirnov.test(many, many).p()).isEqualTo(1);
        assertThat(KolmogorovSmirnov.test(many, many.map(value -> value + 200)).p())
                .isLessThan(1e-9);
    }

    @Test
    void signedRankIsExactForFewPairs() {
        // All five positive: W = 15, P = 1/32 one-sided.
        SignedRank test = SignedRank.test(Sample.of(1, 2, 3, 4, 5));
        assertThat(test.positive()).isEqualTo(15);
        assertThat(test.pLarger()).isEqualTo(1.0 / 32);
        assertThat(test.pTwoSided()).isEqualTo(2.0 / 32);
        // −1 has rank 1: W = 14, reached by 15 and by 14 itself: 2/32.
        assertThat(SignedRank.test(Sample.of(-1, 2, 3, 4, 5)).pLarger()).isEqualTo(2.0 / 32);
    }

    @Test
    void signedRankCorrectsForTies() {
        // |d| = 1, 1, 2: ranks 1.5, 1.5, 3; W = 4.5; mean 3, variance 3.5 − 6/48 = 3.375; z = 1.5/1.8371
        SignedRank test = SignedRank.test(Sample.of(-1, 1, 2, 0));
        assertThat(test.pairs()).isEqualTo(3);
        assertThat(test.positive()).isEqualTo(4.5);
        assertThat(test.pTwoSided()).isCloseTo(0.41422, within(5e-6)); // 2·(1 − Φ(0.81650))
    }
}
