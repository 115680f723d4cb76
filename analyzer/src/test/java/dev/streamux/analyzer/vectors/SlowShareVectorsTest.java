package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.perception.ModelledSlowShare.Band;
import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.perception.SlowShareTally;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogNormalCurve;
import dev.streamux.analyzer.perception.curve.SlowCurve;
import dev.streamux.analyzer.perception.curve.WeibullCurve;
import dev.streamux.analyzer.perception.rating.Rating;
import dev.streamux.analyzer.perception.rating.Recalibration;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modelled slow share between and beyond its two facts, with what is not known about it. */
class SlowShareVectorsTest {
    private final SlowShareModel model = SlowShareModel.ofGivenFacts();

    @Test
    void theMappingIsAveragedAndNotTheAverageMapped() {
        // Waits log-normal with median 1 s and sigma 0.8: 20,000 of equal probability.
        NormalDistribution normal = new NormalDistribution(null, 0, 0.8);
        int waits = 20_000;
        double sum = 0;
        for (int i = 0; i < waits; i++) {
            sum += model.share(Math.exp(normal.inverseCumulativeProbability((i + 0.5) / waits)));
        }
        assertThat(sum / waits).isCloseTo(0.48547, within(5e-6));
        assertThat(model.share(1)).isCloseTo(0.48440, within(5e-6));
        assertThat(model.share(Math.exp(0.8 * 0.8 / 2))).isCloseTo(0.54045, within(5e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.0477", "0.25, 0.2284", "0.75, 5.231", "0.90, 25.03"})
    void waitsThatSoManyCallSlow(double share, double seconds) {
        // T50 * (share / (1 - share))^(1 / beta), known to the last digit that is given.
        double digit = seconds > 10 ? 0.005 : seconds > 1 ? 0.0005 : 0.00005;
        assertThat(model.curve().t50Seconds()
                        * Math.pow(share / (1 - share), 1 / model.curve().beta()))
                .isCloseTo(seconds, within(digit));
        assertThat(model.share(seconds)).isCloseTo(share, within(2e-4));
    }

    @Test
    void theOddsOfBothFacts() {
        Facts facts = Facts.GIVEN;
        double slow = Math.log(facts.bufferedShare() / (1 - facts.bufferedShare()));
        double fast = Math.log(facts.streamedShare() / (1 - facts.streamedShare()));
        assertThat(slow).isCloseTo(0.753772, within(5e-7));
        assertThat(fast).isCloseTo(-1.265666, within(5e-7));
        assertThat(Math.exp(slow - fast)).isCloseTo(7.534091, within(5e-7));
    }

    @Test
    void otherFormsAtOtherWaits() {
        LogNormalCurve probit = LogNormalCurve.through(Facts.GIVEN, 0);
        assertThat(Math.exp(probit.mu())).isCloseTo(1.080648788341650, within(1e-9));
        assertShares(probit, 0.176, 0.487, 0.748);
        assertShares(WeibullCurve.through(Facts.GIVEN, 0), 0.185, 0.460, 0.767);
    }

    private static void assertShares(SlowCurve curve, double at125, double at1000, double at5100) {
        assertThat(curve.share(0.125)).as(curve.form()).isCloseTo(at125, within(5e-4));
        assertThat(curve.share(1)).as(curve.form()).isCloseTo(at1000, within(5e-4));
        assertThat(curve.share(5.1)).as(curve.form()).isCloseTo(at5100, within(5e-4));
        assertThat(curve.share(0.18)).as(curve.form()).isCloseTo(0.22, within(1e-12));
        assertThat(curve.share(3.2)).as(curve.form()).isCloseTo(0.68, within(1e-12));
    }

    // Other draws than those of the vector, from Jeffreys' posterior: 400 of them find an end within 0.02.
    @ParameterizedTest
    @CsvSource({
        "50,  1,     0.375, 0.597",
        "50,  0.125, 0.089, 0.305",
        "50,  5.1,   0.604, 0.860",
        "100, 1,     0.407, 0.563",
        "100, 0.125, 0.110, 0.266",
        "100, 5.1,   0.646, 0.832",
        "200, 1,     0.430, 0.540",
        "200, 0.125, 0.128, 0.239",
        "200, 5.1,   0.677, 0.809",
    })
    void fewerRatersWidenTheBand(int raters, double seconds, double low, double high) {
        SlowShareTally tally = new SlowShareTally(new SlowShareModel(Facts.GIVEN, raters));
        long wait = Math.round(seconds * 1e9);
        tally.add(TextCurve.builder(1).append(wait, 1).build(), new long[] {wait});
        Band band = tally.result().orElseThrow().interval();
        assertThat(band.low()).isCloseTo(low, within(0.02));
        assertThat(band.high()).isCloseTo(high, within(0.02));
    }

    @Test
    void theMaximumOfTheLikelihoodIsThatOfAnOptimiserWithoutDerivatives() {
        double[] waits = {0.18, 0.5, 1, 2, 3.2, 8};
        double[] slow = {22, 37, 48, 60, 68, 81};
        PointValuePair best = new SimplexOptimizer(1e-14, 1e-14)
                .optimize(
                        new ObjectiveFunction(point -> {
                            double sum = 0;
                            for (int i = 0; i < waits.length; i++) {
                                double share = 1 / (1 + Math.pow(Math.exp(point[0]) / waits[i], point[1]));
                                sum -= slow[i] * Math.log(share) + (100 - slow[i]) * Math.log(1 - share);
                            }
                            return sum;
                        }),
                        GoalType.MINIMIZE,
                        new MaxEval(10_000),
                        new InitialGuess(new double[] {0, 1}),
                        new NelderMeadSimplex(2));
        Recalibration fit = Recalibration.fit(List.of(
                new Rating(0.18, 100, 22),
                new Rating(0.5, 100, 37),
                new Rating(1, 100, 48),
                new Rating(2, 100, 60),
                new Rating(3.2, 100, 68),
                new Rating(8, 100, 81)));
        assertThat(fit.curve().t50Seconds()).isCloseTo(Math.exp(best.getPoint()[0]), within(1e-6));
        assertThat(fit.curve().beta()).isCloseTo(best.getPoint()[1], within(1e-6));
        assertThat(fit.negativeLogLikelihood()).isCloseTo(best.getValue(), within(1e-9));
    }
}
