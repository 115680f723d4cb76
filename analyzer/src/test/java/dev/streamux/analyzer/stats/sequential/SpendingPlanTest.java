package dev.streamux.analyzer.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpendingPlanTest {
    private static final long SEED = 20261121;

    @Test
    void fiveLooksHaveThePublishedBoundaries() {
        // Lan and DeMets' function like O'Brien and Fleming's, one-sided 0.025, equal steps: the values of the usual
        // tables.
        SpendingPlan plan = SpendingPlan.of(5, 0.025);
        double[] published = {4.8769, 3.3570, 2.6803, 2.2898, 2.0310};
        for (int look = 1; look <= 5; look++) {
            assertThat(plan.boundaryOf(look)).as("look %d", look).isCloseTo(published[look - 1], within(1e-4));
        }
    }

    @Test
    void otherPlansAgreeWithAnotherIntegration() {
        // Trapezoids on 6,000 cells in another language.
        double[] three = {3.2001, 2.1408, 1.6948};
        double[] eight = {5.4210, 3.7496, 3.0019, 2.5664, 2.2768, 2.0672, 1.9065, 1.7783};
        for (int look = 1; look <= 8; look++) {
            if (look <= 3) {
                assertThat(SpendingPlan.of(3, 0.05).boundaryOf(look)).isCloseTo(three[look - 1], within(1e-4));
            }
            assertThat(SpendingPlan.of(8, 0.05).boundaryOf(look)).isCloseTo(eight[look - 1], within(1e-4));
        }
    }

    @Test
    void oneLookSpendsAllAndEarlyLooksHardlyAny() {
        assertThat(SpendingPlan.of(1, 0.05).levelOf(1)).isCloseTo(0.05, within(1e-9));
        SpendingPlan plan = SpendingPlan.of(5, 0.05);
        assertThat(plan.levelOf(1)).isLessThan(2e-5);
        assertThat(plan.levelOf(5)).isBetween(0.035, 0.05);
    }

    @Test
    void allLooksTogetherErrAsOftenAsPlanned() {
        // 100,000 walks of five steps: a standard error of 0.0007.
        SpendingPlan plan = SpendingPlan.of(5, 0.05);
        SplittableRandom random = new SplittableRandom(SEED);
        int planned = 0;
        int naive = 0;
        int walks = 100_000;
        for (int walk = 0; walk < walks; walk++) {
            double score = 0;
            boolean crossed = false;
            boolean crossedNaively = false;
            for (int look = 1; look <= 5; look++) {
                score += random.nextGaussian();
                double z = score / Math.sqrt(look);
                crossed |= z > plan.boundaryOf(look);
                crossedNaively |= z > 1.6449;
            }
            planned += crossed ? 1 : 0;
            naive += crossedNaively ? 1 : 0;
        }
        assertThat((double) planned / walks).as("seed %d", SEED).isCloseTo(0.05, within(0.003));
        // Why a plan is needed: looking five times at 5 % errs almost three times as often.
        assertThat((double) naive / walks).as("seed %d", SEED).isGreaterThan(0.12);
    }

    @Test
    void twentyLooksAreTheMost() {
        assertThat(SpendingPlan.of(20, 0.05).levelOf(20)).isBetween(0.03, 0.05);
        assertThatThrownBy(() -> SpendingPlan.of(21, 0.05)).hasMessageContaining("looks is 21");
        assertThatThrownBy(() -> SpendingPlan.of(5, 0.5)).hasMessageContaining("error is 0.5");
    }
}
