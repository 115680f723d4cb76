package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.BudgetSample;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The budgets of a scenario, arm by arm. Point values: a gate with rules judges by confidence bounds. */
final class Budgets {
    private Budgets() {}

    static List<BudgetVerdict> judge(Scenario scenario, List<ResponseTrace> measured) {
        List<BudgetVerdict> verdicts = new ArrayList<>();
        for (Arm arm : scenario.arms()) {
            BudgetSample sample = new BudgetSample();
            measured.stream()
                    .filter(response -> response.arm().equals(arm.name()))
                    .forEach(sample::add);
            for (Budget budget : scenario.budgets()) {
                OptionalDouble value = sample.value(budget);
                boolean kept = value.isPresent() && budget.keptBy(value.getAsDouble());
                verdicts.add(new BudgetVerdict(arm.name(), budget.text(), text(budget, value), sample.judged(), kept));
            }
        }
        return verdicts;
    }

    /** The value with its unit. */
    static String text(Budget budget, OptionalDouble value) {
        String number = Cells.number(value);
        return number.equals(Table.ABSENT) ? number : number + (budget.metric().isShare() ? "%" : " ms");
    }

    static Table table(List<BudgetVerdict> verdicts) {
        return new Table(
                "budgets",
                "Budgets",
                "point values of this run; streamux gate judges by confidence bounds",
                List.of("arm", "budget", "value", "responses", "verdict"),
                verdicts.stream()
                        .map(verdict -> List.of(
                                verdict.arm(),
                                verdict.budget(),
                                verdict.value(),
                                Integer.toString(verdict.responses()),
                                verdict.kept() ? "kept" : "BROKEN"))
                        .collect(Collectors.toList()));
    }
}
