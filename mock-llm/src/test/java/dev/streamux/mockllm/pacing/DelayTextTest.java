package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTextTest {
    @Test
    void aBareNumberIsInMilliseconds() {
        assertThat(DelayText.parse("25")).isEqualTo(new Delay.Constant(25_000_000));
    }

    @Test
    void aTimeMayBeBelowAMillisecond() {
        assertThat(DelayText.parse("0.5")).isEqualTo(new Delay.Constant(500_000));
        assertThat(DelayText.parse("250us")).isEqualTo(new Delay.Constant(250_000));
    }

    @Test
    void threeTimesAreMedianNinetiethAndNinetyNinth() {
        assertThat(DelayText.parse("25:40:1.2s"))
                .isEqualTo(new Delay.Percentiles(25_000_000, 40_000_000, 1_200_000_000));
    }

    @Test
    void namedModelsTakeTwoArguments() {
        assertThat(DelayText.parse("log-normal(200, 0.4)")).isEqualTo(new Delay.LogNormal(200_000_000, 0.4));
        assertThat(DelayText.parse("gamma(25,0.5)")).isEqualTo(new Delay.Gamma(25_000_000, 0.5));
        assertThat(DelayText.parse("normal(200,30)")).isEqualTo(new Delay.Normal(200_000_000, 30_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-1", "25:40", "40:25:100", "weibull(1,2)", "gamma(0,1)", "9999s", "NaN"})
    void whatIsNoDelayIsRefused(String text) {
        assertThatThrownBy(() -> DelayText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeIsShownWithTheUnitThatFits() {
        assertThat(DelayText.render(25_000_000)).isEqualTo("25ms");
        assertThat(DelayText.render(500_000)).isEqualTo("500us");
    }
}
