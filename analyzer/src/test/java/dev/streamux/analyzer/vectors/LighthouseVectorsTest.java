package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.perception.LogNormalScore;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log-normal score with Lighthouse's own control points; its erf is accurate to about 1.5e-7, so are these. */
class LighthouseVectorsTest {
    @ParameterizedTest
    @CsvSource({
        // p10, median, value, score
        "2500, 4000, 2500, 0.9", // LCP, mobile
        "2500, 4000, 4000, 0.5",
        "2500, 4000, 6000, 0.134455",
        "1800, 3000, 4000, 0.235230", // FCP, mobile
        "3387, 5800, 4000, 0.811984", // Speed Index, mobile
        "200,   600,  100, 0.981697", // TBT, mobile
        "0.1,  0.25, 0.05, 0.987807", // CLS
        "200,   500,  100, 0.987807", // INP
        "934,  1600,  934, 0.9", // FCP, desktop
        "934,  1600, 1600, 0.5",
        "1200, 2400, 1200, 0.9", // LCP, desktop
        "150,   350,  350, 0.5", // TBT, desktop
        "200,   600,    0, 1",
    })
    void scoresOfLighthouse(double p10, double median, double value, double score) {
        assertThat(new LogNormalScore(p10, median).of(value)).isCloseTo(score, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        // p10, median, standard deviation of the logarithm
        "1800, 3000, 0.398599", // FCP, mobile
        "2500, 4000, 0.366746", // LCP, mobile
        "3387, 5800, 0.419736", // Speed Index, mobile
        "1311, 2300, 0.438624", // Speed Index, desktop
        "200,   600, 0.857252", // TBT, mobile
        "0.1,  0.25, 0.714985", // CLS
        "200,   500, 0.714985", // INP
    })
    void theScoreIsTheUpperTailOfALogNormalDistribution(double p10, double median, double sigma) {
        double spread = Math.log(median / p10) / (Math.sqrt(2) * Erf.erfcInv(0.2));
        assertThat(spread).isCloseTo(sigma, within(5e-7));
        LogNormalDistribution distribution = new LogNormalDistribution(null, Math.log(median), spread);
        for (double value = p10 / 2; value < 3 * median; value *= 1.1) {
            assertThat(new LogNormalScore(p10, median).of(value))
                    .isCloseTo(1 - distribution.cumulativeProbability(value), within(1e-9));
        }
    }

    @Test
    void roundingNeverMovesAScoreOverAControlPoint() {
        LogNormalScore score = new LogNormalScore(0.4, 1.1);
        assertThat(score.of(0.4)).isGreaterThanOrEqualTo(0.9);
        assertThat(score.of(Math.nextUp(0.4))).isLessThan(0.9);
        assertThat(score.of(1.1)).isGreaterThanOrEqualTo(0.5);
        assertThat(score.of(Math.nextUp(1.1))).isLessThan(0.5);
        assertThat(score.of(1e9)).isBetween(0.0, 1e-9);
    }

    @Test
    void theConstantIsTheInverseOfTheComplementaryErrorFunctionAtAFifth() {
        assertThat(Erf.erfcInv(0.2)).isCloseTo(0.9061938024368232, within(2e-16));
    }

    @Test
    void controlPointsMustRise() {
        assertThatThrownBy(() -> new LogNormalScore(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be > 0 and rise");
    }
}
