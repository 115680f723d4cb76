package dev.streamux.analyzer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void asManyDigitsAsTellItFromCertaintyRoundedDown() {
        assertThat(Confidence.text(0.95)).isEqualTo("95 %");
        assertThat(Confidence.text(0.9)).isEqualTo("90 %");
        assertThat(Confidence.text(0.998095)).isEqualTo("99.8 %");
        assertThat(Confidence.text(0.9999765471063149)).isEqualTo("99.9976 %");
        assertThat(Confidence.text(1 - 1e-12)).isEqualTo("99.9999 %");
    }
}
