package dev.streamux.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    private final Sample tens =
            Sample.of(IntStream.range(0, 10).mapToDouble(i -> 190 - 10 * i).toArray());

    @Test
    void quantilesFollowR7() {
        assertThat(tens.quantile(0.9)).isCloseTo(181, within(1e-12)); // h = 9 · 0.9 = 8.1: 180 + 0.1 · 10
        assertThat(tens.median()).isEqualTo(145);
        assertThat(tens.quantile(0)).isEqualTo(100);
        assertThat(tens.quantile(1)).isEqualTo(190);
    }

    @Test
    void oneValueIsEveryQuantile() {
        assertThat(Sample.of(7).quantile(0.99)).isEqualTo(7);
    }

    @Test
    void meanOfTenMillionEqualValuesIsThatValue() {
        double[] values = new double[10_000_000];
        java.util.Arrays.fill(values, 0.1);
        assertThat(Sample.of(values).mean()).isEqualTo(0.1);
    }

    @Test
    void countsTiesAsAtMost() {
        Sample sample = Sample.of(3, 1, 2, 2);
        assertThat(sample.countAtMost(2)).isEqualTo(3);
        assertThat(sample.countAtMost(0.5)).isZero();
        assertThat(sample.shareAtMost(9)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(double value) {
        assertThatThrownBy(() -> Sample.of(1, value)).hasMessageContaining("must be finite");
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatThrownBy(() -> Sample.of()).hasMessageContaining("at least one");
    }
}
