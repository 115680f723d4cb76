package dev.streamux.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void timesHaveThreeDigitsAndTheUnitThatSuitsThem() {
        assertThat(Amounts.time(0.42)).isEqualTo("0.4 ms");
        assertThat(Amounts.time(9.96)).isEqualTo("10 ms");
        assertThat(Amounts.time(125)).isEqualTo("125 ms");
        assertThat(Amounts.time(999.6)).isEqualTo("1 s");
        assertThat(Amounts.time(5106)).isEqualTo("5.11 s");
        assertThat(Amounts.time(13_140)).isEqualTo("13.1 s");
        assertThat(Amounts.time(131_400)).isEqualTo("131 s");
    }

    @Test
    void whatIsAbsentIsADashAndNeverZero() {
        assertThat(Amounts.time(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Amounts.percent(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void countsAreGroupedWithoutAComma() {
        assertThat(Amounts.count(1_204_000)).isEqualTo("1\u202f204\u202f000");
    }
}
