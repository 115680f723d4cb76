package dev.streamux.cli.scenario;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.QuantileBounds;
import dev.streamux.analyzer.stats.Sample;
import dev.streamux.simulations.experiment.BudgetJudge;
import dev.streamux.simulations.experiment.BudgetVerdict;
import dev.streamux.simulations.experiment.BudgetVerdict.Verdict;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import java.util.Locale;

/**
 * Judges the budgets of a scenario as the gate does: a quantile by its order-statistic bounds, a share by what happened in
 * the run. No sample bounds a maximum, so that is judged by what happened as well.
 */
final class BoundedBudgets implements BudgetJudge {
    /** Of each bound, one-sided; the gate's default. */
    private static final double CONFIDENCE = 0.95;

    @Override
    public BudgetVerdict judge(String arm, Budget budget, BudgetSample sample) {
        BudgetVerdict observed = AS_OBSERVED.judge(arm, budget, sample);
        boolean quantile = !budget.metric().isShare() && budget.quantile() > 0 && budget.quantile() < 1;
        if (!quantile || sample.value(budget).isEmpty()) {
            return observed;
        }
        Sample values = Sample.of(sample.times(budget).toArray());
        Bounds low = QuantileBounds.atLeast(values, budget.quantile(), CONFIDENCE);
        Bounds high = QuantileBounds.atMost(values, budget.quantile(), CONFIDENCE);
        int needed = QuantileBounds.minimumSize(budget.quantile(), CONFIDENCE);
        if (values.size() >= needed && low instanceof Bounds.Interval lower && high instanceof Bounds.Interval upper) {
            return with(observed, text(lower.low(), upper.high()), verdict(budget, lower.low(), upper.high()));
        }
        return with(observed, "n = " + values.size() + ", needs " + needed, Verdict.UNDECIDED);
    }

    private static Verdict verdict(Budget budget, double low, double high) {
        if (budget.keptBy(high)) {
            return Verdict.KEPT;
        }
        return budget.keptBy(low) ? Verdict.UNDECIDED : Verdict.BROKEN;
    }

    private static BudgetVerdict with(BudgetVerdict observed, String bounds, Verdict verdict) {
        return new BudgetVerdict(
                observed.arm(), observed.budget(), observed.value(), bounds, observed.responses(), verdict);
    }

    private static String text(double low, double high) {
        return String.format(Locale.ROOT, "%.1f to %.1f ms", low, high);
    }
}
