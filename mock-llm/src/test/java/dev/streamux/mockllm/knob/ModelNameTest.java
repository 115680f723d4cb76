package dev.streamux.mockllm.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {
    private static String text(Knobs knobs, Knob knob) {
        return knobs.get(knob).map(Knobs.Setting::text).orElse("not set");
    }

    @Test
    void partsSetKnobs() throws KnobException {
        Knobs knobs = ModelName.parse("mock-ttft200-itl2.5-len40-seed7");

        assertThat(text(knobs, Knob.TTFT)).isEqualTo("200");
        assertThat(text(knobs, Knob.ITL)).isEqualTo("2.5");
        assertThat(text(knobs, Knob.TOKENS)).isEqualTo("40");
        assertThat(text(knobs, Knob.SEED)).isEqualTo("7");
    }

    @Test
    void aFaultWordTakesItsPlace() throws KnobException {
        assertThat(text(ModelName.parse("mock-len40-truncate20"), Knob.FAULT)).isEqualTo("truncate; after=20");
        assertThat(text(ModelName.parse("mock-status429"), Knob.FAULT)).isEqualTo("status; code=429");
    }

    @Test
    void aProfileIsAPartWithItsDashes() throws KnobException {
        Knobs knobs = ModelName.parse("mock-fast-chat-len9");

        assertThat(text(knobs, Knob.PROFILE)).isEqualTo("fast-chat");
        assertThat(text(knobs, Knob.TOKENS)).isEqualTo("9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock", "gpt-4o", "mockingbird-7b", "models/mock"})
    void namesWithoutPartsSetNothing(String name) throws KnobException {
        assertThat(ModelName.parse(name).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock-bogus1", "mock-", "mock-ttft", "mock-ttft20-", "mock-20", "mock-fast-chatx"})
    void unknownPartsAreRefusedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> ModelName.parse(name))
                .isInstanceOf(KnobException.class)
                .hasMessageContaining("ttftN")
                .hasMessageContaining("truncateN")
                .hasMessageContaining("fast-chat");
    }
}
