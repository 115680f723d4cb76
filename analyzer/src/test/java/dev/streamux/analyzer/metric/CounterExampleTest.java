package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.flow.Fluidity;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.ReadingSpeed;
import org.junit.jupiter.api.Test;

/** Why some well-known indices are not fit for a gate: holding text back raises them. */
class CounterExampleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void andesQoeRisesWhenTheLastCharacterIsHeldBack() {
        ReadingSpeed four = ReadingSpeed.ofCharactersPerSecond(4);
        TextCurve all = TextCurve.builder(1).append(3 * SECOND, 8).build();
        TextCurve held =
                TextCurve.builder(2).append(3 * SECOND, 7).append(6 * SECOND, 1).build();
        Reading before = Reading.of(all, four, SECOND);
        Reading after = Reading.of(held, four, SECOND);
        assertThat(before.andesQoe()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(after.andesQoe()).isCloseTo(67.0 / 136, within(1e-12));
        // The mean reading delay is not fooled: 2.0 s, then (7 * 2 + 3.25) / 8 = 2.15625 s.
        assertThat(before.meanDelayNanos()).isEqualTo(2.0e9);
        assertThat(after.meanDelayNanos()).isEqualTo(2.15625e9);
    }

    @Test
    void fluidityRisesWhenBothTokensComeLater() {
        TextCurve early = TextCurve.builder(2)
                .append(200 * MILLI, 4)
                .append(290 * MILLI, 4)
                .build();
        TextCurve late = TextCurve.builder(1).append(300 * MILLI, 8).build();
        assertThat(Fluidity.of(early, 4, 50 * MILLI, 50 * MILLI)).isEqualTo(new Fluidity(5, 5));
        assertThat(Fluidity.of(late, 4, 50 * MILLI, 50 * MILLI).index()).isCloseTo(1.0 / 7, within(1e-12));
    }

    @Test
    void deadlinesCountedInSecondsWouldLoseOne() {
        // Deadlines at 200, 300, 400 and 500 ms are over when the token comes at 500: (500 - 200) / 100 + 1 = 4.
        TextCurve late = TextCurve.builder(1).append(500 * MILLI, 4).build();
        assertThat(Fluidity.of(late, 4, 200 * MILLI, 100 * MILLI)).isEqualTo(new Fluidity(4, 4));
        // In doubles 0.3 / 0.1 is a bit below 3.
        assertThat(Math.floor((0.5 - 0.2) / 0.1) + 1).isEqualTo(3);
    }
}
