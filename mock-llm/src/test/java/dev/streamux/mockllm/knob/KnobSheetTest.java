package dev.streamux.mockllm.knob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.fault.FaultText;
import org.junit.jupiter.api.Test;

class KnobSheetTest {
    @Test
    void everythingThatCanBeSetIsOnIt() {
        String sheet = KnobSheet.text();
        for (Knob knob : Knob.values()) {
            assertThat(sheet).contains("\n  " + knob.word() + " ").contains(knob.header());
        }
        for (Profile profile : Profile.values()) {
            assertThat(sheet).contains("\n  " + profile.word() + " ").contains(profile.origin());
        }
        assertThat(FaultText.words()).allSatisfy(word -> assertThat(sheet).contains(word));
    }
}
