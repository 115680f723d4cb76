package dev.streamux.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void parseIsTheInverseOfWord(Outcome outcome) {
        assertThat(Outcome.parse(outcome.word())).isEqualTo(outcome);
    }

    @Test
    void anUnknownWordIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Outcome.parse("done"))
                .hasMessage("outcome is \"done\"; it must be one of complete, truncated, error, reset, stalled,"
                        + " cancelled, rejected, unreachable, timeout");
    }
}
