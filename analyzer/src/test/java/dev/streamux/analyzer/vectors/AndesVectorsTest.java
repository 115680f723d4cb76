package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.reading.TokenTimeline;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Andes QoE by token, D = 1 s and d = 1 s, on the arrivals of the authors' own tests. */
class AndesVectorsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** {@code count} arrivals from {@code from}, {@code step} apart; milliseconds. */
    private static LongStream every(long from, long step, int count) {
        return LongStream.range(0, count).map(i -> (from + i * step) * MILLI);
    }

    @ParameterizedTest
    @CsvSource({
        // first, step, count, then first, step, count of a second part; code, definition
        "0,    200, 50,     0,   0, 0, 1,        1",
        // read at 1, 2, 4, 6, 8 against 1..5: late by 0 + 0 + 1 + 2 + 3 = 6 of 9 * 5 - 15 = 30
        "0,   2000,  5,     0,   0, 0, 0.955556, 0.8",
        "5000, 200, 25,     0,   0, 0, 0.757576, 0.764706",
        "5000, 200, 75,     0,   0, 0, 0.903614, 0.904762",
        // 1 - 20/95: read at 1..5 and 10..14 against 1..10: late by 5 * 4 = 20; 15 * 10 - 55 = 95
        "0,    200,  5, 10000, 200, 5, 0.85,     0.789474",
    })
    void theAuthorsOwnTestLists(
            long first, long step, int count, long again, long stepAgain, int countAgain, double code, double paper) {
        TokenTimeline tokens =
                TokenTimeline.of(LongStream.concat(every(first, step, count), every(again, stepAgain, countAgain))
                        .toArray());
        assertThat(tokens.qoeOfAuthorsCode(SECOND, SECOND)).isCloseTo(code, within(5e-7));
        assertThat(tokens.qoe(SECOND, SECOND)).isCloseTo(paper, within(5e-7));
    }

    @Test
    void theExampleByHand() {
        // d = 0.5 s: read at 1, 1.5, 3, 3.5; late by 0 + 0 + 1 + 1 = 2 of 3 + 2.5 + 2 + 1.5 = 9
        TokenTimeline tokens = TokenTimeline.of(1000 * MILLI, 1200 * MILLI, 3000 * MILLI, 3100 * MILLI);
        assertThat(tokens.qoe(SECOND, SECOND / 2)).isCloseTo(7.0 / 9, within(1e-12));
    }
}
