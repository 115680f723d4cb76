package dev.streamux.analyzer.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ValueStoreTest {
    private static final long SEED = 11;

    private static double[] gaps(int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] gaps = new double[count];
        for (int i = 0; i < count; i++) {
            // From nanoseconds to minutes, in milliseconds.
            gaps[i] = Math.exp(random.nextDouble(Math.log(1e-5), Math.log(1e5)));
        }
        return gaps;
    }

    @Test
    void beyondTheLimitQuantilesAreWithinATwentiethOfAPercent() {
        double[] gaps = gaps(50_000);
        ValueStore exact = new ValueStore();
        ValueStore rounded = new ValueStore(100);
        exact.addAll(gaps);
        for (double gap : gaps) {
            rounded.add(gap);
        }
        assertThat(exact.isExact()).isTrue();
        assertThat(rounded.isExact()).isFalse();
        for (double q : new double[] {0.01, 0.5, 0.75, 0.9, 0.99, 0.999}) {
            // The neighbours of a rank are a few hundredths of a percent apart here.
            assertThat(rounded.quantile(q))
                    .as("q = %s, seed %d", q, SEED)
                    .isCloseTo(exact.quantile(q), withinPercentage(0.2));
        }
        assertThat(rounded.mean()).isCloseTo(exact.mean(), withinPercentage(1e-10));
        assertThat(rounded.min()).isEqualTo(exact.min());
        assertThat(rounded.max()).isEqualTo(exact.max());
        assertThat(rounded.quantile(1)).isLessThanOrEqualTo(rounded.max());
    }

    @Test
    void aBinOfTheHistogramIsAThousandthOfAnOctave() {
        for (double value : new double[] {1e-6, 0.001, 0.7, 25, 25.0001, 1e6, 1e12}) {
            LogHistogram one = new LogHistogram();
            one.add(value);
            assertThat(one.quantile(0.5)).isCloseTo(value, withinPercentage(0.05));
        }
    }

    @Test
    void zerosAndWhatIsBelowCountAsZero() {
        LogHistogram histogram = new LogHistogram();
        histogram.add(0);
        histogram.add(-3);
        histogram.add(1e-9);
        histogram.add(8);
        assertThat(histogram.quantile(0.75)).isZero();
        assertThat(histogram.quantile(1)).isCloseTo(8, withinPercentage(0.05));
    }

    @Test
    void tenMillionGapsLoseNoDigitOfTheirMean() {
        ValueStore store = new ValueStore(1);
        double[] gaps = new double[1000];
        java.util.Arrays.fill(gaps, 25.1);
        for (int i = 0; i < 10_000; i++) {
            store.addAll(gaps);
        }
        assertThat(store.mean()).isCloseTo(25.1, withinPercentage(1e-10));
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        ValueStore store = new ValueStore();
        assertThatThrownBy(() -> store.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.addAll(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.count()).isZero();
    }
}
