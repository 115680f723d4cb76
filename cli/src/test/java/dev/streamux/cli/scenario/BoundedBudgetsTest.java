package dev.streamux.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.experiment.BudgetVerdict;
import dev.streamux.simulations.experiment.BudgetVerdict.Verdict;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.trace.ResponseTrace;
import org.junit.jupiter.api.Test;

class BoundedBudgetsTest {
    private static final long MS = 1_000_000;

    /** Response times 1, 2, … n ms. */
    private static BudgetSample upTo(int n) {
        BudgetSample sample = new BudgetSample();
        for (int i = 1; i <= n; i++) {
            sample.add(ResponseTrace.builder("r" + i).endNanos(i * MS).build());
        }
        return sample;
    }

    private static BudgetVerdict judge(BudgetSample sample, double quantile, double limit) {
        return new BoundedBudgets()
                .judge("a", new Budget("b", BudgetMetric.RESPONSE_TIME, quantile, limit, false), sample);
    }

    @Test
    void aQuantileIsJudgedByItsBounds() {
        // n = 100, p50: by the binomial, 95 % one-sided, the 42nd and the 59th value.
        BudgetVerdict across = judge(upTo(100), 0.5, 55);
        assertThat(across.bounds()).isEqualTo("42.0 to 59.0 ms");
        assertThat(across.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(upTo(100), 0.5, 60).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(judge(upTo(100), 0.5, 42).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aSampleThatCarriesNoBoundsDecidesNothing() {
        BudgetVerdict verdict = judge(upTo(58), 0.95, 1000);
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.bounds()).isEqualTo("n = 58, needs 59");
    }

    @Test
    void aMaximumIsJudgedAsObserved() {
        assertThat(judge(upTo(10), 1, 11).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(judge(upTo(10), 1, 10).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aBudgetThatNoResponseHasIsBroken() {
        assertThat(judge(new BudgetSample(), 0.5, 10).verdict()).isEqualTo(Verdict.BROKEN);
    }
}
