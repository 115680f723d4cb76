package dev.streamux.mockllm.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.mockllm.pacing.Delay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    private static Script read(Map<Knob, String> values) throws KnobException {
        return ScriptReader.read(Knobs.of(values, "test"));
    }

    @Test
    void theDefaultsAreTheMissionsExample() throws KnobException {
        Script script = ScriptReader.read(Knobs.NONE);

        assertThat(script.tokens()).isEqualTo(200);
        assertThat(script.timing().firstToken()).isEqualTo(new Delay.Constant(100_000_000));
        assertThat(script.timing().gap()).isEqualTo(new Delay.Constant(25_000_000));
        assertThat(script.seed()).isEmpty();
    }

    @Test
    void headerThenMetadataThenModelThenServer() throws KnobException {
        Knobs server = Knobs.of(Map.of(Knob.TOKENS, "1", Knob.SEED, "1", Knob.ITL, "1", Knob.TTFT, "1"), "server");
        Knobs request = RequestKnobs.of(
                        List.of(Map.entry("x-streamux-tokens", "4")),
                        Map.of("streamux.tokens", "3", "streamux.seed", "3"),
                        "mock-len2-seed2-itl2")
                .knobs();

        Script script = ScriptReader.read(request.orElse(server));

        assertThat(script.tokens()).isEqualTo(4);
        assertThat(script.seed()).hasValue(3);
        assertThat(script.timing().gap()).isEqualTo(new Delay.Constant(2_000_000));
        assertThat(script.timing().firstToken()).isEqualTo(new Delay.Constant(1_000_000));
    }

    @Test
    void aProfileGivesWayToEveryKnob() throws KnobException {
        Script script = read(Map.of(Knob.PROFILE, "overloaded", Knob.ITL, "7"));

        assertThat(script.timing().gap())
                .isInstanceOfSatisfying(
                        Delay.Stalling.class,
                        stalling -> assertThat(stalling.base()).isEqualTo(new Delay.Constant(7_000_000)));
        assertThat(script.timing().firstToken()).isInstanceOf(Delay.Percentiles.class);
    }

    @Test
    void aKeepAliveIsByEventsOrBySilence() throws KnobException {
        assertThat(read(Map.of(Knob.KEEPALIVE_EVERY, "20")).granularity().keepAliveEvents())
                .isEqualTo(20);
        assertThat(read(Map.of(Knob.KEEPALIVE_EVERY, "15s")).granularity().keepAliveNanos())
                .hasValue(15_000_000_000L);
    }

    @Test
    void anUnknownHeaderIsToldAndAnUnknownMetadataKeyRefused() throws KnobException {
        RequestKnobs knobs = RequestKnobs.of(
                List.of(Map.entry("X-Streamux-Bogus", "1"), Map.entry("X-Streamux-Id", "a")), Map.of(), "gpt-4o");

        assertThat(knobs.ignoredHeaders()).containsExactly("X-Streamux-Bogus");
        assertThatThrownBy(() -> RequestKnobs.of(List.of(), Map.of("streamux.bogus", "1"), "gpt-4o"))
                .isInstanceOf(KnobException.class)
                .hasMessageContaining("ttft-ms");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKENS,0",
        "TOKENS,abc",
        "TOKENS,100001",
        "TTFT,-1",
        "ITL,soon",
        "PROFILE,warp",
        "FAULT,explode",
        "CATCH_UP,never",
        "EOL,nl",
        "CACHE_HIT_SHARE,2",
        "MARK,maybe",
        "KEEPALIVE_EVERY,0.1ms",
        "STALL_SHARE,x"
    })
    void aWrongValueNamesKnobValueAndPlace(Knob knob, String value) {
        assertThatThrownBy(() -> read(Map.of(knob, value)))
                .isInstanceOf(KnobException.class)
                .hasMessageContaining(value)
                .hasMessageContaining("test");
    }
}
