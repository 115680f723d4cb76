package dev.streamux.analyzer.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.Rating;
import dev.streamux.analyzer.perception.rating.Recalibration;
import dev.streamux.analyzer.perception.rating.Uncertainty;
import dev.streamux.analyzer.reading.ReaderPopulation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Recalibration FITTED = Recalibration.fit(List.of(
            new Rating(0.18, 100, 22),
            new Rating(0.5, 100, 37),
            new Rating(1, 100, 48),
            new Rating(2, 100, 60),
            new Rating(3.2, 100, 68),
            new Rating(8, 100, 81)));

    private static ModelledSlowShare share(SlowShareModel model, ReferenceTraces reference) {
        SlowShareTally tally = new SlowShareTally(model);
        TextCurve curve = TextCurve.ofArrivals(reference.trace());
        tally.add(curve, ReaderPopulation.waitsNanos(curve, ReaderPopulation.DEFAULT.speeds()));
        return tally.result().orElseThrow();
    }

    @Test
    void theModelOfRatingsIsTheirCurveAndSaysSo() {
        ModelledSlowShare share = share(new SlowShareModel(Calibration.of(FITTED)), ReferenceTraces.T1_STREAMED);
        // 1 / (1 + (1.09038 / 0.125)^0.70829) = 1 / (1 + 4.6373)
        assertThat(share.share()).isCloseTo(0.17739, within(5e-5));
        assertThat(share.modelId()).isEqualTo("loglogistic-ratings-v1");
        assertThat(share.calibration())
                .contains("600 ratings of waits from 0.18 to 8.0 s")
                .contains("T50 = 1.0904 s, beta = 0.7083")
                .contains("no sign of a misfit");
        assertThat(share.interval().low()).isBetween(0.12, share.share());
        assertThat(share.interval().high()).isBetween(share.share(), 0.26);
        assertThat(share.structuralEnvelope().low()).isLessThanOrEqualTo(share.share());
        assertThat(share.kappaSensitivity()).as("ratings of waits cannot tell").isEmpty();
    }

    @Test
    void theSlopesErrorIsThatOfTheInformation() {
        // sum of 100 p (1 - p) (ln W)^2 about its weighted mean is the information of the slope.
        double weights = 0;
        double first = 0;
        double second = 0;
        for (double wait : new double[] {0.18, 0.5, 1, 2, 3.2, 8}) {
            double p = FITTED.curve().share(wait);
            double weight = 100 * p * (1 - p);
            weights += weight;
            first += weight * Math.log(wait);
            second += weight * Math.log(wait) * Math.log(wait);
        }
        double information = second - first * first / weights;
        assertThat(FITTED.uncertainty().slopeVariance()).isCloseTo(1 / information, within(1e-12));
    }

    @Test
    void moreRatingsNarrowTheInterval() {
        Recalibration more = Recalibration.fit(
                List.of(new Rating(0.18, 10_000, 2200), new Rating(1, 10_000, 4800), new Rating(8, 10_000, 8100)));
        ModelledSlowShare few = share(new SlowShareModel(Calibration.of(FITTED)), ReferenceTraces.T2_BUFFERED);
        ModelledSlowShare many = share(new SlowShareModel(Calibration.of(more)), ReferenceTraces.T2_BUFFERED);
        assertThat(many.interval().high() - many.interval().low())
                .isLessThan((few.interval().high() - few.interval().low()) / 4);
    }

    @Test
    void whatIsNoCovarianceIsRefused() {
        assertThatThrownBy(() -> new Uncertainty(1, 2, 1)).hasMessageContaining("no covariance matrix");
        assertThatThrownBy(() -> new Calibration(
                        FITTED.curve(), FITTED.uncertainty(), 10, OptionalInt.empty(), 2, 1, Optional.empty()))
                .hasMessageContaining("must be > 0 and rise");
        assertThatThrownBy(() -> new Calibration(
                        FITTED.curve(), FITTED.uncertainty(), 10, OptionalInt.of(11), 1, 2, Optional.empty()))
                .hasMessageContaining("raters is 11; it must be from 1 to the 10 ratings");
    }
}
