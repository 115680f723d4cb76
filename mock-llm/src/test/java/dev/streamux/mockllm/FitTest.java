package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.mockllm.check.Limits;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.KnobException;
import dev.streamux.mockllm.knob.ScriptReader;
import dev.streamux.mockllm.pacing.Quantum;
import dev.streamux.trace.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final MockConfig DEFAULTS = MockConfig.defaults()
            .withEngine(new MockConfig.Engine(1, 200_000, Quantum.AUTOMATIC, Limits.DEFAULTS, false));

    private static Fit fit(MockConfig config, long files) throws KnobException {
        return Fit.of(config, ScriptReader.read(config.knobs()), Optional.of(files));
    }

    @Test
    void whatFitsIsLeftAlone() throws KnobException {
        // 18,000 connections and 200 others
        assertThat(fit(DEFAULTS, 18_200)).isEqualTo(new Fit(DEFAULTS, List.of()));
    }

    @Test
    void theDefaultIsLoweredToWhatFitsAndMarked() throws KnobException {
        Fit fit = fit(DEFAULTS, 1_024);

        assertThat(fit.config().bounds().connections()).isEqualTo(824);
        assertThat(fit.notices())
                .singleElement()
                .asString()
                .contains("824 connections")
                .contains("1024 files")
                .contains("ulimit -n");
    }

    @Test
    void aNumberThatSomebodyChoseIsRefused() {
        MockConfig chosen = DEFAULTS.withBounds(Bounds.DEFAULT.withConnections(2_000));

        assertThatThrownBy(() -> fit(chosen, 1_024))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("bounds.connections is 2000")
                .hasMessageContaining("enough for 824")
                .hasMessageContaining("ulimit -n");
    }

    @Test
    void aLimitTooLowForAnythingIsRefused() {
        assertThatThrownBy(() -> fit(DEFAULTS, 100))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("enough for 0");
    }

    @Test
    void moreTokensThanTheLoopsAreDeclaredToCarryAreRefusedAndFromHalfOnMarked() throws KnobException {
        // A token a millisecond: 100 answers make 100,000 a second, half of what one loop is declared to carry.
        MockConfig config = DEFAULTS.withKnob(Knob.ITL, "1");

        assertThat(fit(config.withKnob(Knob.MAX_RUNNING, "100"), 50_000).notices())
                .isEmpty();
        assertThat(fit(config.withKnob(Knob.MAX_RUNNING, "101"), 50_000).notices())
                .singleElement()
                .asString()
                .contains("101000 tokens a second")
                .contains("may not fit");
        assertThatThrownBy(() -> fit(config.withKnob(Knob.MAX_RUNNING, "201"), 50_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("201000 tokens a second")
                .hasMessageContaining("loop-tokens");
    }

    @Test
    void whoDeclaresMoreIsBelieved() throws KnobException {
        MockConfig config = DEFAULTS.withEngine(DEFAULTS.engine().withLoopTokens(500_000))
                .withKnob(Knob.ITL, "1")
                .withKnob(Knob.MAX_RUNNING, "201");

        assertThat(fit(config, 50_000).notices()).isEmpty();
    }

    @Test
    void aLoopThatCarriesNothingIsAMistakeOfTheUser() {
        MockConfig.Engine engine = MockConfig.defaults().engine();
        assertThatThrownBy(() -> engine.withLoopTokens(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--loop-tokens) is 0; each must be at least 1");
    }
}
