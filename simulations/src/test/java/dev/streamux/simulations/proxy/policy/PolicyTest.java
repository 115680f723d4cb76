package dev.streamux.simulations.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass",
                "full",
                "full-length",
                "size:4096",
                "time:1s",
                "one-shot:200ms",
                "hold-one",
                "hold-first:2048",
                "headers-late",
                "gzip",
                "gzip-flush",
                "truncate-clean",
                "hang-on-reset",
                "never-cancel",
                "retry",
                "queue:8",
                "idle-cut:1500ms",
                "network:delay=40ms,jitter=10ms,bandwidth=1000000bit,stall=2.0%/200ms",
                "size:4096+headers-late"
            })
    void aWordIsWrittenAsItWasRead(String word) {
        assertThat(Policy.parse(word).word()).isEqualTo(word);
    }

    @Test
    void valuesAreReadWithTheirUnits() {
        assertThat(Policy.parse("size:16k")).isEqualTo(new Policy.SizeBuffer(16384));
        assertThat(Policy.parse("time:0.25s")).isEqualTo(new Policy.PeriodicFlush(Duration.ofMillis(250)));
        // 1.6 Mbit/s = 200 000 bytes a second
        assertThat(Policy.parse("network:bandwidth=1.6mbit"))
                .isEqualTo(
                        new Policy.Network(Duration.ZERO, Duration.ZERO, OptionalLong.of(200_000), 0, Duration.ZERO));
    }

    @Test
    void stepsKeepTheirOrderFromTheOriginToTheClient() {
        assertThat(Policy.parse("size:4096 + headers-late").steps())
                .isEqualTo(List.of(new Policy.SizeBuffer(4096), new Policy.HeadersLate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "passs",
                "size",
                "size:",
                "size:0",
                "size:x",
                "size:99999999999999999999",
                "time:5",
                "time:0s",
                "queue:0",
                "pass+",
                "network:speed=3",
                "network:stall=3",
                "network:stall=300%/1s"
            })
    void aWrongWordIsRefusedWithAllKnownOnes(String word) {
        assertThatThrownBy(() -> Policy.parse(word))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("policy \"" + word + "\"")
                .hasMessageContaining("pass, full, full-length, size:N");
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetIsAPolicyWithASource(Preset preset) {
        assertThat(Policy.parse(preset.word())).isEqualTo(Policy.parse(preset.words()));
        assertThat(preset.source()).matches("(measured|documented|rates).*");
    }
}
