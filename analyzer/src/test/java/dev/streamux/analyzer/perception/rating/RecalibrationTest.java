package dev.streamux.analyzer.perception.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecalibrationTest {
    @Test
    void theFitIsTheMaximumOfTheLikelihood() {
        Recalibration fit = Recalibration.fit(List.of(
                new Rating(0.18, 100, 22),
                new Rating(0.5, 100, 37),
                new Rating(1, 100, 48),
                new Rating(2, 100, 60),
                new Rating(3.2, 100, 68),
                new Rating(8, 100, 81)));
        assertThat(fit.curve().t50Seconds()).isCloseTo(1.09038, within(5e-6));
        assertThat(fit.curve().beta()).isCloseTo(0.70829, within(5e-6));
        assertThat(fit.negativeLogLikelihood()).isCloseTo(366.4607, within(5e-5));
        GoodnessOfFit test = fit.fit().orElseThrow();
        assertThat(test.groups()).isEqualTo(6);
        // The ratings were made from such a curve, so the test has nothing to complain of.
        assertThat(test.pValue()).isGreaterThan(0.9);
        assertThat(test.words()).contains("no sign of a misfit");
    }

    @Test
    void aJumpInsteadOfACurveFitsBadly() {
        Recalibration fit = Recalibration.fit(List.of(
                new Rating(0.1, 200, 20), new Rating(1, 200, 20), new Rating(2, 200, 180), new Rating(10, 200, 100)));
        assertThat(fit.fit().orElseThrow().pValue()).isLessThan(1e-6);
    }

    @Test
    void ratingsThatCannotCarryACurveAreRefused() {
        assertThatThrownBy(() -> Recalibration.fit(List.of(new Rating(1, 10, 5))))
                .hasMessageContaining("1 different waits; two are needed");
        assertThatThrownBy(() -> Recalibration.fit(List.of(new Rating(1, 10, 9), new Rating(5, 10, 2))))
                .hasMessageContaining("does not rise");
        assertThatThrownBy(() -> new Rating(1, 10, 11)).hasMessageContaining("11 of 10 said slow");
    }
}
