package dev.streamux.analyzer.perception.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.perception.curve.LogLogistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Several ratings by one person say less than as many by as many people. */
class ByRaterTest {
    private static final long SEED = 20_261_123;
    private static final int DRAWS = 1_000;
    private static final LogLogistic TRUTH = new LogLogistic(1.1, 0.9, 0);
    private static final double[] WAITS = {0.15, 0.3, 0.6, 1, 1.5, 2.5, 4, 8};
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Each rater rates every wait. Half of what decides is the rater's own temper: slow if Phi of both together is below the
     * curve, so that over all raters the share at each wait is that of the curve, exactly.
     */
    private static List<Rating> ratings(int raters, double temper, RandomGenerator random) {
        List<Rating> ratings = new ArrayList<>();
        for (int rater = 0; rater < raters; rater++) {
            double own = random.nextGaussian();
            for (double wait : WAITS) {
                double drawn = Math.sqrt(temper) * own + Math.sqrt(1 - temper) * random.nextGaussian();
                boolean slow = NORMAL.cumulativeProbability(drawn) < TRUTH.share(wait);
                ratings.add(new Rating(wait, 1, slow ? 1 : 0, Optional.of("rater " + rater)));
            }
        }
        return ratings;
    }

    @Test
    void intervalsByRaterCoverWhereIntervalsByRatingDoNot() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int clustered = 0;
        int independent = 0;
        int slopes = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Recalibration fit = Recalibration.fit(ratings(40, 0.5, random));
            clustered += fit.uncertainty().ofT50(fit.curve()).contains(TRUTH.t50Seconds()) ? 1 : 0;
            independent += fit.independent().ofT50(fit.curve()).contains(TRUTH.t50Seconds()) ? 1 : 0;
            slopes += fit.uncertainty().ofBeta(fit.curve()).contains(TRUTH.beta()) ? 1 : 0;
        }
        // Nominal 950 of 1,000; three standard errors are 21, and 40 raters cost a little.
        assertThat(clustered).as("T50, seed %d", SEED).isBetween(920, 972);
        assertThat(slopes).as("beta, seed %d", SEED).isBetween(920, 972);
        assertThat(independent).as("T50 as if independent, seed %d", SEED).isLessThan(800);
    }

    @Test
    void ratersWhoDifferInNothingAreAsGoodAsIndependentRatings() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Recalibration fit = Recalibration.fit(ratings(2_000, 0, random));
        assertThat(fit.byRater().orElseThrow().raters()).isEqualTo(2_000);
        // 2,000 raters know a variance within 3 * sqrt(2 / 2,000) = 9.5 %.
        assertThat(fit.uncertainty().slopeVariance() / fit.independent().slopeVariance())
                .isCloseTo(1, within(0.1));
        assertThat(fit.uncertainty().interceptVariance() / fit.independent().interceptVariance())
                .isCloseTo(1, within(0.1));
    }

    @Test
    void sayingEverythingTwiceTellsNothingNew() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Rating> once = ratings(60, 0.5, random);
        List<Rating> twice = new ArrayList<>(once);
        twice.addAll(once);
        Recalibration single = Recalibration.fit(once);
        Recalibration doubled = Recalibration.fit(twice);
        assertThat(doubled.curve().t50Seconds()).isCloseTo(single.curve().t50Seconds(), within(1e-9));
        assertThat(doubled.uncertainty().slopeVariance())
                .isCloseTo(single.uncertainty().slopeVariance(), within(1e-9));
        // As if independent, twice the ratings would halve the variance.
        assertThat(doubled.independent().slopeVariance())
                .isCloseTo(single.independent().slopeVariance() / 2, within(1e-9));
    }

    @Test
    void withoutNamesEveryRatingIsByAnotherPerson() {
        Recalibration fit =
                Recalibration.fit(List.of(new Rating(0.18, 100, 22), new Rating(1, 100, 48), new Rating(3.2, 100, 68)));
        assertThat(fit.byRater()).isEmpty();
        assertThat(fit.uncertainty()).isEqualTo(fit.independent());
    }

    @Test
    void ratersThatAreTooFewOrNotAllNamedAreRefused() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        assertThatThrownBy(() -> Recalibration.fit(ratings(9, 0.5, random)))
                .hasMessage(
                        "the ratings are by 9 raters; how much raters differ shows with 10 or more, so ask more people");
        List<Rating> some = new ArrayList<>(ratings(10, 0.5, random));
        some.add(new Rating(1, 5, 2));
        assertThatThrownBy(() -> Recalibration.fit(some))
                .hasMessage("80 of 81 ratings name their rater; all must, or none");
        assertThatThrownBy(() -> new Rating(1, 1, 1, Optional.of(" "))).hasMessageContaining("the rater is blank");
    }
}
