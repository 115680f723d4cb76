package dev.streamux.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareSettingsTest {
    @Test
    void anUnknownArmIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> CompareArms.named(List.of("direct", "cloudflare")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--arms names \"cloudflare\", which is not an arm; the arms are direct,");
    }

    @Test
    void anArmNamedTwiceRunsOnce() {
        assertThat(CompareArms.named(List.of("direct", " direct"))).hasSize(1);
    }

    @Test
    void aRateOfZeroIsRefused() {
        assertThatThrownBy(() -> new CompareSettings(
                        CompareArms.EMBEDDED, 1, 10, 0, Duration.ofMillis(100), 1, 0, Path.of("out")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--rate is 0.0; it must be above 0 and at most 1000 tokens per second");
    }

    @Test
    void noRequestAtAllIsRefused() {
        assertThatThrownBy(() -> new CompareSettings(
                        CompareArms.EMBEDDED, 0, 10, 40, Duration.ofMillis(100), 1, 0, Path.of("out")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--requests is 0; it must be 1 to 1000");
    }
}
