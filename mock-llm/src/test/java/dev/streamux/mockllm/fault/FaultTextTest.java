package dev.streamux.mockllm.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {
    @Test
    void aStatusHasCodeRetryTimesAndKey() {
        assertThat(FaultText.parse("status; code=429; retry-after=1; times=2; key=abc"))
                .containsExactly(new Fault(
                        new Fault.Status(429, Optional.of("1")),
                        new After.Tokens(0),
                        new Whom(2, "abc", 1),
                        Fault.Scope.STREAM));
    }

    @Test
    void thePlacesAreTokensShareAndTime() {
        List<Fault> faults = FaultText.parse("reset; after=10, truncate; after=50%, garbage; after=1500ms");

        assertThat(faults)
                .extracting(Fault::after)
                .containsExactly(new After.Tokens(10), new After.Share(0.5), new After.Time(1_500_000_000));
    }

    @Test
    void aShareIsRoundedDownAndTokensStopAtTheEnd() {
        assertThat(new After.Share(0.5).tokens(7)).isEqualTo(3);
        assertThat(new After.Tokens(10).tokens(7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status; code=503",
                "status; code=429; retry-after=1; times=2; key=abc",
                "reset; after=10",
                "stall; after=3; for=500ms",
                "stall-burst; after=3; for=500ms",
                "drip; after=5; bytes=2; every=20ms",
                "error-event; after=2",
                "half-open; after=1",
                "hang-up",
                "go-away; after=1",
                "reset; after=1; scope=connection",
                "reset; after=10..50",
                "truncate; after=20%..80.5%; chance=5%",
                "stall; after=100ms..3000ms; for=500ms",
                "refuse; chance=0.1%; times=2; key=a",
                "refuse; chance=0%"
            })
    void whatIsReadIsShownAsItWas(String text) {
        assertThat(FaultText.render(FaultText.parse(text).get(0))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explode",
                "reset; when=3",
                "reset; after=-1",
                "reset; after=101%",
                "status; code=200",
                "status; code=x",
                "drip; bytes=0",
                "reset; scope=world",
                "reset; after",
                "reset; after=50..10",
                "reset; after=10..80%",
                "reset; after=1s..80%",
                "reset; after=10..",
                "reset; after=10...20",
                "reset; chance=5",
                "reset; chance=101%",
                "reset; chance=-1%",
                "reset; chance=often"
            })
    void whatIsNoFaultIsRefused(String text) {
        assertThatThrownBy(() -> FaultText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMistakeInAPlaceOrAChanceNamesTheAllowedForms() {
        assertThatThrownBy(() -> FaultText.parse("reset; after=10..80%"))
                .hasMessage(
                        "after is \"10..80%\"; it must be a number of tokens (10), a share (50%) or a time (1500ms), "
                                + "or from one to a later one of its kind (10..50, 20%..80%, 1s..3s)");
        assertThatThrownBy(() -> FaultText.parse("reset; chance=5"))
                .hasMessage("chance is \"5\"; it must be a share of the requests, from 0% to 100% or from 0 to 1");
    }

    @Test
    void aChanceIsAPercentageOrAShare() {
        assertThat(FaultText.parse("reset; chance=5%")).isEqualTo(FaultText.parse("reset; chance=0.05"));
        assertThat(FaultText.parse("reset; chance=100%")).isEqualTo(FaultText.parse("reset"));
    }

    @Test
    void aCounterStrikesTheFirstTimesOfEachKey() {
        FaultCounter counter = new FaultCounter();
        Fault twice = FaultText.parse("status; times=2; key=a").get(0);
        Fault other = FaultText.parse("status; times=1; key=b").get(0);

        assertThat(List.of(counter.strikes(twice), counter.strikes(twice), counter.strikes(twice)))
                .containsExactly(true, true, false);
        assertThat(counter.strikes(other)).isTrue();
    }
}
