package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.reading.ReaderPopulation;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.ReadingSpeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast people read, and which streams are slower than they are. */
class ReadingSpeedVectorsTest {
    /** One English novel: 833,600 characters in 206,210 tokens. */
    private static final double CHARACTERS_PER_TOKEN = 4.0425;

    @ParameterizedTest
    @CsvSource({"175, 15.845", "183, 16.569", "238, 21.549", "300, 27.163"})
    void wordsAMinuteInCharactersASecond(double wordsPerMinute, double charactersPerSecond) {
        assertThat(ReadingSpeed.ofWordsPerMinute(wordsPerMinute).charactersPerSecond())
                .isEqualTo(charactersPerSecond);
    }

    @Test
    void theSpreadPutsFourReadersInFiveBetween175And300Words() {
        ReaderPopulation readers = ReaderPopulation.DEFAULT;
        assertThat(readers.spread()).isCloseTo(0.210291, within(5e-7));
        assertThat(readers.quantile(0.5)).isCloseTo(232.795, within(5e-4));
        // The quotient of the two quantiles is that of 300 and 175; their level follows from the mean.
        assertThat(readers.quantile(0.9) / readers.quantile(0.1)).isCloseTo(300.0 / 175, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // words a minute, tokens a second that starve the reader, tokens a second that do not
        "329, 7.3, 7.5", // one in twenty reads faster
        "238, 5.3, 5.4",
    })
    void aStreamStarvesWhoReadsFaster(double wordsPerMinute, double starving, double enough) {
        ReadingSpeed reader = ReadingSpeed.ofWordsPerMinute(wordsPerMinute);
        assertThat(Reading.of(stream(starving), reader, 0).idleNanos()).isPositive();
        assertThat(Reading.of(stream(enough), reader, 0).idleNanos()).isZero();
    }

    private static TextCurve stream(double tokensPerSecond) {
        TextCurve.Builder curve = TextCurve.builder(1_000);
        double nanosPerCharacter = 1e9 / (tokensPerSecond * CHARACTERS_PER_TOKEN);
        for (int i = 1; i <= 1_000; i++) {
            curve.append(Math.round(i * nanosPerCharacter), 1);
        }
        return curve.build();
    }

    @Test
    void atFortyTokensASecondNobodyWaitsAfterTheFirstText() {
        TextCurve curve = TextCurve.ofArrivals(ReferenceTraces.T1_STREAMED.trace());
        assertThat(ReaderPopulation.waitsNanos(curve, ReaderPopulation.DEFAULT.speeds()))
                .hasSize(20)
                .containsOnly(125_000_000L);
    }
}
