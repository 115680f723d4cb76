package dev.streamux.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.trace.run.SelfCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsedSeriesTest {
    @Test
    void aSeriesThatWasStoppedIsNotSoundAndSaysHowFarItCame() {
        RehearsedSeries whole = new RehearsedSeries(new Harm.None(), 2, List.of(passed(), passed()));
        assertThat(whole.isSound()).isTrue();
        assertThat(whole.text()).isEqualTo("two equal arms: 2 pass 0 fail 0 inconclusive");
        RehearsedSeries cut = new RehearsedSeries(new Harm.None(), 2, List.of(passed()));
        assertThat(cut.isSound()).isFalse();
        assertThat(cut.text()).isEqualTo("two equal arms, stopped after 1 of 2: 1 pass 0 fail 0 inconclusive");
        RehearsedSeries none = new RehearsedSeries(new Harm.Slower(0.15), 2, List.of());
        assertThat(none.isSound()).isFalse();
        assertThat(none.text()).isEqualTo("one arm 15 % slower: not played");
    }

    private static GateResult passed() {
        return new GateResult(
                GateVerdict.PASS,
                List.of(),
                List.of(),
                SelfCheck.NONE,
                0.95,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
