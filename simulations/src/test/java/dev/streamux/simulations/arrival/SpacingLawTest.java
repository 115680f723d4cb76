package dev.streamux.simulations.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The arrival process is what its name says: coefficient of variation and Kolmogorov-Smirnov distance, seeded. */
class SpacingLawTest {
    private static final double RATE = 100;

    /** 1.95 / sqrt(n) is the critical Kolmogorov-Smirnov distance at the level 0.001. */
    private static final double KS_FACTOR = 1.95;

    private static Arrival constantRate(Spacing spacing) {
        return new StagedArrival(List.of(Stage.constant(RATE, Duration.ofSeconds(100))), spacing);
    }

    @Nested
    class Even extends ArrivalLaws {
        @Override
        Arrival arrival() {
            return constantRate(new Spacing.Even());
        }

        @Test
        void allGapsAreTheSame() {
            long[] starts = starts(arrival(), SEED);
            // 100 s at 100/s: 10 000 starts, the first at 0 and the last one gap before the end.
            assertThat(starts).hasSize(10_000).startsWith(0, 10_000_000, 20_000_000);
            assertThat(coefficientOfVariation(starts)).isCloseTo(0, within(1e-6));
        }
    }

    @Nested
    class Poisson extends ArrivalLaws {
        @Override
        Arrival arrival() {
            return constantRate(new Spacing.Poisson());
        }

        @Test
        void gapsAreExponential() {
            requireLaw(arrival(), 1, gap -> 1 - Math.exp(-gap));
        }
    }

    @Nested
    class SmoothGamma extends ArrivalLaws {
        @Override
        Arrival arrival() {
            return constantRate(new Spacing.Gamma(4));
        }

        @Test
        void gapsOfShapeFourAreTheSumOfFourExponentials() {
            // Erlang with k = 4 and mean 1: 1 - exp(-4x) (1 + 4x + (4x)^2/2 + (4x)^3/6); CV 1/sqrt(4) = 0.5.
            requireLaw(arrival(), 0.5, gap -> {
                double x = 4 * gap;
                return 1 - Math.exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
            });
        }
    }

    @Nested
    class BurstyGamma extends ArrivalLaws {
        @Override
        Arrival arrival() {
            return constantRate(new Spacing.Gamma(0.5));
        }

        @Test
        void gapsOfShapeOneHalfAreSquaredNormals() {
            // Gamma(1/2, scale 2) is chi-squared with one degree: P(gap <= x) = erf(sqrt(x / 2)); CV sqrt(2).
            requireLaw(arrival(), Math.sqrt(2), gap -> erf(Math.sqrt(gap / 2)));
        }
    }

    @Test
    void aGammaOfShapeOneIsAsVariableAsPoisson() {
        assertThat(new Spacing.Gamma(1).coefficientOfVariation())
                .isEqualTo(new Spacing.Poisson().coefficientOfVariation());
    }

    private static void requireLaw(Arrival arrival, double variation, DoubleUnaryOperator cumulative) {
        long[] starts = ArrivalLaws.starts(arrival, ArrivalLaws.SEED);
        double[] gaps = ArrivalLaws.gaps(starts);
        assertThat(ArrivalLaws.coefficientOfVariation(starts))
                .as("coefficient of variation, seed %d", ArrivalLaws.SEED)
                .isCloseTo(variation, within(0.05 * variation));
        assertThat(ArrivalLaws.mean(gaps) * RATE / 1e9)
                .as("mean gap, seed %d", ArrivalLaws.SEED)
                .isCloseTo(1, within(0.05));
        assertThat(distance(gaps, cumulative))
                .as("Kolmogorov-Smirnov distance of %d gaps, seed %d", gaps.length, ArrivalLaws.SEED)
                .isLessThan(KS_FACTOR / Math.sqrt(gaps.length));
    }

    private static double distance(double[] gapNanos, DoubleUnaryOperator cumulative) {
        double[] gaps = Arrays.stream(gapNanos)
                .map(nanos -> nanos * RATE / 1e9)
                .sorted()
                .toArray();
        double worst = 0;
        for (int i = 0; i < gaps.length; i++) {
            double expected = cumulative.applyAsDouble(gaps[i]);
            worst = Math.max(worst, Math.max(expected - (double) i / gaps.length, (i + 1.0) / gaps.length - expected));
        }
        return worst;
    }

    /** Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * x);
        double poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return 1 - poly * Math.exp(-x * x);
    }
}
