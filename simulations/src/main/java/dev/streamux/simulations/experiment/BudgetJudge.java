package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.BudgetVerdict.Verdict;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import java.util.OptionalDouble;

/** Judges one budget on the responses of one arm. */
@FunctionalInterface
public interface BudgetJudge {
    /** Takes what was observed for the truth. */
    BudgetJudge AS_OBSERVED = (arm, budget, sample) -> {
        OptionalDouble value = sample.value(budget);
        boolean kept = value.isPresent() && budget.keptBy(value.getAsDouble());
        return new BudgetVerdict(
                arm,
                budget.text(),
                text(budget, value),
                Table.ABSENT,
                sample.judged(),
                kept ? Verdict.KEPT : Verdict.BROKEN);
    };

    /** The verdict. */
    BudgetVerdict judge(String arm, Budget budget, BudgetSample sample);

    /** A value of what the budget bounds, with its unit; {@code -} if there is none. */
    static String text(Budget budget, OptionalDouble value) {
        String number = Cells.number(value);
        return number.equals(Table.ABSENT) ? number : number + (budget.metric().isShare() ? "%" : " ms");
    }
}
