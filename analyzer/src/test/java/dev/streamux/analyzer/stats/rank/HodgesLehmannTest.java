package dev.streamux.analyzer.stats.rank;

import static dev.streamux.analyzer.stats.rank.ReferenceSamples.X;
import static dev.streamux.analyzer.stats.rank.ReferenceSamples.Y;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import dev.streamux.analyzer.stats.Estimate;
import dev.streamux.analyzer.stats.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
    private static final long SEED = 611;

    @Test
    void shiftAndIntervalOfTheReferenceSamples() {
        // nm/2 − 1.96·sqrt(100·21/12) = 50 − 25.9, so k = 24
        assertThat(HodgesLehmann.shift(X, Y, 0.95)).isEqualTo(new Estimate(25, new Interval(-5, 55, 0.95)));
        assertThat(HodgesLehmann.ratio(X, Y, 0.95).value()).isCloseTo(1.172604, within(5e-7));
    }

    @Test
    void swappingTheSamplesNegatesTheShift() {
        assertThat(HodgesLehmann.shift(Y, X, 0.95)).isEqualTo(new Estimate(-25, new Interval(-55, 5, 0.95)));
    }

    @Test
    void selectionAgreesWithSortingAllPairs() {
        RandomGenerator random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            Sample x = integers(1 + random.nextInt(12), random);
            Sample y = integers(1 + random.nextInt(12), random);
            double[] all = Arrays.stream(x.toArray())
                    .flatMap(a -> Arrays.stream(y.toArray()).map(b -> b - a))
                    .sorted()
                    .toArray();
            for (int rank = 1; rank <= all.length; rank++) {
                assertThat(PairSelection.difference(x, y, rank))
                        .as("seed %d, round %d, rank %d", SEED, round, rank)
                        .isEqualTo(all[rank - 1]);
            }
            assertWalshAverages(x, round);
        }
    }

    private static void assertWalshAverages(Sample d, int round) {
        double[] all = new double[d.size() * (d.size() + 1) / 2];
        int count = 0;
        for (int i = 0; i < d.size(); i++) {
            for (int j = i; j < d.size(); j++) {
                all[count++] = (d.get(i) + d.get(j)) / 2;
            }
        }
        Arrays.sort(all);
        for (int rank = 1; rank <= all.length; rank++) {
            assertThat(PairSelection.walshAverage(d, rank))
                    .as("seed %d, round %d, rank %d", SEED, round, rank)
                    .isEqualTo(all[rank - 1]);
        }
    }

    @Test
    void tenBillionPairsNeedNeitherTheMatrixNorItsTime() {
        RandomGenerator random = new SplittableRandom(SEED);
        Sample x = logNormal(100_000, 1, random);
        Sample y = logNormal(100_000, 1.1, random);
        Estimate ratio = HodgesLehmann.ratio(x, y, 0.95);
        assertThat(ratio.value()).isCloseTo(1.1, within(0.005));
        assertThat(((Interval) ratio.bounds()).contains(ratio.value())).isTrue();
    }

    @Test
    void tooFewValuesGetNoInterval() {
        assertThat(HodgesLehmann.shift(Sample.of(1, 2), Sample.of(3, 4), 0.95))
                .isEqualTo(new Estimate(2, new Refused("n = 2 and 2: too few for an interval at 95 %")));
        assertThat(HodgesLehmann.pairedShift(Sample.of(1, 2, 3), 0.95).bounds()).isInstanceOf(Refused.class);
    }

    @Test
    void pairedShiftIsTheMedianOfWalshAverages() {
        // 1, 2, 6: averages 1, 1.5, 2, 3.5, 4, 6; the two middle ones are 2 and 3.5
        assertThat(HodgesLehmann.pairedShift(Sample.of(1, 2, 6), 0.95).value()).isEqualTo(2.75);
        assertThat(HodgesLehmann.pairedRatio(Sample.of(2, 2, 2), 0.95).value()).isCloseTo(2, within(1e-15));
    }

    @Test
    void aRatioOfZeroIsRefused() {
        assertThatThrownBy(() -> HodgesLehmann.ratio(Sample.of(0, 1), Y, 0.95))
                .hasMessage("a value is 0.0; a ratio needs values > 0");
    }

    @Test
    void unpairedIntervalsCoverAsOftenAsStated() {
        RandomGenerator random = new SplittableRandom(SEED);
        assertCoverage(
                1.2,
                () -> HodgesLehmann.ratio(logNormal(30, 1, random), logNormal(40, 1.2, random), 0.95)
                        .bounds());
    }

    @Test
    void pairedIntervalsCoverAsOftenAsStated() {
        RandomGenerator random = new SplittableRandom(SEED);
        assertCoverage(
                1.2,
                () -> HodgesLehmann.pairedRatio(logNormal(30, 1.2, random), 0.95)
                        .bounds());
    }

    private static void assertCoverage(double truth, Supplier<Bounds> draw) {
        int covered = 0;
        for (int i = 0; i < 1000; i++) {
            covered += ((Interval) draw.get()).contains(truth) ? 1 : 0;
        }
        assertThat(covered).as("seed %d", SEED).isBetween(930, 970);
    }

    private static Sample integers(int n, RandomGenerator random) {
        // Few different values, so that ties, zeros and both signs occur.
        return Sample.of(random.ints(n, -4, 5).asDoubleStream().toArray());
    }

    private static Sample logNormal(int n, double median, RandomGenerator random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = median * Math.exp(0.2 * random.nextGaussian());
        }
        return Sample.of(values);
    }
}
