package dev.streamux.analyzer.gate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "1.12, +12.0 %",
        "0.985, -1.5 %",
        "1, 0.0 %",
        "0.9999, 0.0 %", // -0.01 % is no change, and no minus of one
        "1.0004, 0.0 %",
        "1.0006, +0.1 %"
    })
    void aChangeHasASignUnlessItRoundsToNone(double ratio, String text) {
        assertThat(Numbers.change(ratio)).isEqualTo(text);
    }
}
