package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.figure.Responses;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The budgets of a scenario, arm by arm. */
final class Budgets {
    private Budgets() {}

    static List<BudgetVerdict> judge(Scenario scenario, List<ResponseTrace> measured, BudgetJudge judge) {
        List<BudgetVerdict> verdicts = new ArrayList<>();
        for (Arm arm : scenario.arms()) {
            BudgetSample sample = new BudgetSample();
            Responses.of(arm.name(), measured).forEach(sample::add);
            for (Budget budget : scenario.budgets()) {
                verdicts.add(judge.judge(arm.name(), budget, sample));
            }
        }
        return verdicts;
    }

    static Table table(List<BudgetVerdict> verdicts) {
        return new Table(
                "budgets",
                "Budgets",
                "bounds: each with 95 % confidence; a share and a maximum are judged as observed; undecided: the bounds lie"
                        + " across the limit, or the sample is too small for any",
                List.of("arm", "budget", "value", "bounds", "responses", "verdict"),
                verdicts.stream()
                        .map(verdict -> List.of(
                                verdict.arm(),
                                verdict.budget(),
                                verdict.value(),
                                verdict.bounds(),
                                Integer.toString(verdict.responses()),
                                verdict.verdict().word()))
                        .collect(Collectors.toList()));
    }
}
