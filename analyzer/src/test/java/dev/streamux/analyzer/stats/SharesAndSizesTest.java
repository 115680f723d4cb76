package dev.streamux.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesAndSizesTest {
    @ParameterizedTest
    @CsvSource({"22, 0.15001, 0.31070, 5e-6", "68, 0.5834, 0.7633, 5e-5"})
    void wilsonOfAHundred(int slow, double low, double high, double digit) {
        Interval interval = new Proportion(slow, 100).wilson(0.95);
        assertThat(interval.low()).isCloseTo(low, within(digit));
        assertThat(interval.high()).isCloseTo(high, within(digit));
    }

    @Test
    void newcombesDifferenceOf68And22OfAHundred() {
        Estimate difference = new Proportion(68, 100).minus(new Proportion(22, 100), 0.95);
        Interval interval = (Interval) difference.bounds();
        assertThat(difference.value()).isCloseTo(0.46, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.327, within(5e-4));
        assertThat(interval.high()).isCloseTo(0.569, within(5e-4));
    }

    @Test
    void noFailureIsNotNoRisk() {
        Interval interval = new Proportion(0, 30).wilson(0.95);
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(0.113513, within(5e-6)); // z²/(n + z²)
        assertThat(new Proportion(30, 30).wilson(0.95).high()).isEqualTo(1);
    }

    @Test
    void newcombesOwnExample() {
        Estimate difference = new Proportion(56, 70).minus(new Proportion(48, 80), 0.95);
        Interval interval = (Interval) difference.bounds();
        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void holmAndBenjaminiHochberg() {
        assertThat(MultipleTests.holm(.004, .03, .02, .2))
                .containsExactly(new double[] {.016, .06, .06, .2}, within(1e-15));
        assertThat(MultipleTests.benjaminiHochberg(.004, .03, .02, .2))
                .containsExactly(new double[] {.016, .04, .04, .2}, within(1e-15));
        assertThat(MultipleTests.holm()).isEmpty();
        assertThatThrownBy(() -> MultipleTests.holm(Double.NaN)).hasMessageContaining("[0, 1]");
    }

    @ParameterizedTest
    @CsvSource({"0.56, 364", "0.6, 131", "0.64, 67", "0.7, 33", "0.75, 21", "0.8, 15", "0.2, 15"})
    void noetherSizes(double larger, int n) {
        assertThat(SampleSize.mannWhitney(larger, 0.05, 0.8)).isEqualTo(n);
    }

    @ParameterizedTest
    @CsvSource({"0.68, 0.22, 18", "0.30, 0.22, 471", "0.25, 0.22, 3135"})
    void sizesForShares(double first, double second, int n) {
        assertThat(SampleSize.shares(first, second, 0.05, 0.8)).isEqualTo(n);
    }

    @Test
    void fourRoundsAreTooFewToRedraw() {
        ClusterBootstrap bootstrap = new ClusterBootstrap(100, new SplittableRandom(1));
        assertThat(bootstrap.interval(4, 0.95, drawn -> 0))
                .isEqualTo(new Refused("4 rounds, an interval over rounds needs 5"));
    }

    @Test
    void redrawingRoundsCoversWhereRedrawingResponsesDoesNot() {
        long seed = 905;
        RandomGenerator random = new SplittableRandom(seed);
        int byRound = 0;
        int byResponse = 0;
        for (int draw = 0; draw < 1000; draw++) {
            double[][] rounds = rounds(random);
            double[] all = Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray();
            ClusterBootstrap bootstrap = new ClusterBootstrap(200, random);
            byRound += covers(bootstrap.interval(30, 0.95, drawn -> meanOf(drawn, rounds)));
            byResponse += covers(bootstrap.interval(all.length, 0.95, drawn -> meanOf(drawn, all)));
        }
        // The percentile bootstrap of 30 means is a little short of nominal: about 0.935 in theory.
        assertThat(byRound).as("seed %d", seed).isBetween(910, 970);
        assertThat(byResponse).as("seed %d", seed).isLessThan(700);
    }

    /** 30 rounds of 10 values around 0: each round has its own offset, as large as the noise inside a round. */
    private static double[][] rounds(RandomGenerator random) {
        double[][] rounds = new double[30][10];
        for (double[] round : rounds) {
            double offset = random.nextGaussian();
            for (int i = 0; i < round.length; i++) {
                round[i] = offset + random.nextGaussian();
            }
        }
        return rounds;
    }

    private static int covers(Bounds bounds) {
        return ((Interval) bounds).contains(0) ? 1 : 0;
    }

    private static double meanOf(int[] drawn, double[][] rounds) {
        return Arrays.stream(drawn)
                        .mapToDouble(round -> Arrays.stream(rounds[round]).sum() / rounds[round].length)
                        .sum()
                / drawn.length;
    }

    private static double meanOf(int[] drawn, double[] values) {
        double sum = 0;
        for (int index : drawn) {
            sum += values[index];
        }
        return sum / drawn.length;
    }
}
