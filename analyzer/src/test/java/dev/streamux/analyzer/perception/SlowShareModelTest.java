package dev.streamux.analyzer.perception;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.curve.LogNormalCurve;
import dev.streamux.analyzer.perception.curve.WeibullCurve;
import dev.streamux.analyzer.reading.ReaderPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowShareModelTest {
    private final SlowShareModel model = SlowShareModel.ofGivenFacts();

    @Test
    void theCurveGoesThroughBothFacts() {
        assertThat(model.share(0.18)).isCloseTo(0.22, within(1e-12));
        assertThat(model.share(3.2)).isCloseTo(0.68, within(1e-12));
        assertThat(model.curve().t50Seconds()).isCloseTo(1.093007135489114, within(1e-12));
        assertThat(model.curve().beta()).isCloseTo(0.701693465998341, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1573", "0.5, 0.3661", "1, 0.4844", "2, 0.6044", "10, 0.8254", "0.125, 0.1792", "5.1, 0.7466"})
    void sharesBetweenTheFacts(double seconds, double share) {
        assertThat(model.share(seconds)).isCloseTo(share, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.10, 1.5988, 0.8570, 0.191, 0.461, 0.757", "0.20, 2.4022, 1.4139, 0.212, 0.380, 0.795"})
    void aFloorFitsTheFactsAsWell(double gamma, double t50, double beta, double at125, double at1, double at51) {
        LogLogistic curve = LogLogistic.through(Facts.GIVEN, gamma);
        assertThat(curve.t50Seconds()).isCloseTo(t50, within(5e-5));
        assertThat(curve.beta()).isCloseTo(beta, within(5e-5));
        assertThat(curve.share(0.125)).isCloseTo(at125, within(5e-4));
        assertThat(curve.share(1)).isCloseTo(at1, within(5e-4));
        assertThat(curve.share(5.1)).isCloseTo(at51, within(5e-4));
    }

    @Test
    void otherFormsFitTheFactsAsWell() {
        LogNormalCurve probit = LogNormalCurve.through(Facts.GIVEN, 0);
        assertThat(probit.sigma()).isCloseTo(2.321128942697574, within(1e-9));
        assertThat(probit.mu()).isCloseTo(0.077561590716097, within(1e-9));
        assertThat(probit.share(1)).isCloseTo(0.487, within(5e-4));
        WeibullCurve weibull = WeibullCurve.through(Facts.GIVEN, 0);
        assertThat(weibull.shape()).isCloseTo(0.529196, within(5e-7));
        assertThat(weibull.scaleSeconds()).isCloseTo(2.500499, within(5e-7));
        assertThat(weibull.share(5.1)).isCloseTo(0.767, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.093, 0.702, 0.220",
        "0.1, 1.579, 1.067, 0.677",
        "0.2, 1.893, 1.436, 0.844",
        "0.3, 2.138, 1.869, 0.938"
    })
    void occupiedTimeIsTheLargestUnknownOfLongAnswers(double kappa, double t50, double beta, double longAnswer) {
        LogLogistic curve = requireNonNull(model.byKappa().get(kappa));
        assertThat(curve.t50Seconds()).isCloseTo(t50, within(5e-4));
        assertThat(curve.beta()).isCloseTo(beta, within(5e-4));
        assertThat(curve.share(0.18 + kappa * (30 - 0.18))).isCloseTo(longAnswer, within(5e-4));
    }

    @Test
    void theBandIsAboutWhatAHundredRatersCarry() {
        SlowShareTally tally = new SlowShareTally(model);
        TextCurve curve = TextCurve.ofArrivals(ReferenceTraces.T1_STREAMED.trace());
        tally.add(curve, ReaderPopulation.waitsNanos(curve, ReaderPopulation.DEFAULT.speeds()));
        ModelledSlowShare share = tally.result().orElseThrow();
        // For 100 raters a fact: 0.110 to 0.266 at 0.125 s, here from other draws.
        assertThat(share.interval().low()).isBetween(0.09, 0.13);
        assertThat(share.interval().high()).isBetween(0.24, 0.29);
        assertThat(share.structuralEnvelope().low()).isCloseTo(0.1765, within(5e-4));
        assertThat(share.structuralEnvelope().high()).isCloseTo(0.212, within(0.002));
        // Streaming gains 0.7466 - 0.1792 = 0.5674.
        assertThat(share.gain()).isCloseTo(0.5674, within(1e-4));
    }

    @Test
    void theReadersOfThePopulation() {
        ReaderPopulation readers = ReaderPopulation.DEFAULT;
        assertThat(readers.quantile(0.05)).isCloseTo(164.7, within(0.1));
        assertThat(readers.quantile(0.10)).isCloseTo(177.8, within(0.1));
        assertThat(readers.quantile(0.50)).isCloseTo(232.8, within(0.1));
        assertThat(readers.quantile(0.90)).isCloseTo(304.8, within(0.1));
        assertThat(readers.quantile(0.95)).isCloseTo(329.0, within(0.1));
        assertThat(readers.speeds())
                .hasSize(20)
                .isSortedAccordingTo(java.util.Comparator.comparing(speed -> speed.milliCharactersPerSecond()));
    }

    @Test
    void factsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new Facts(3.2, 0.2, 0.18, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be in (0, 1) and rise");
    }
}
