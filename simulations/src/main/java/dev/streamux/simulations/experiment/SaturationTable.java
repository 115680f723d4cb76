package dev.streamux.simulations.experiment;

import dev.streamux.simulations.experiment.figure.SaturationFigures;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;

/** Every level that a saturation search held. */
final class SaturationTable {
    private SaturationTable() {}

    static Table of(List<Budget> budgets, List<ResponseTrace> measured) {
        SaturationFigures figures = SaturationFigures.of(budgets, measured);
        List<String> columns = new ArrayList<>(List.of("users", "responses"));
        budgets.forEach(budget -> columns.add(budget.text()));
        columns.add("verdict");
        List<List<String>> rows = new ArrayList<>();
        figures.levels().forEach((level, sample) -> rows.add(row(level, sample, budgets)));
        return new Table(
                "saturation",
                "Saturation",
                "users at a time, and what their answers came to while the level was held; point values",
                columns,
                rows);
    }

    private static List<String> row(int level, BudgetSample sample, List<Budget> budgets) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(level), Integer.toString(sample.judged())));
        budgets.forEach(budget -> row.add(BudgetJudge.text(budget, sample.value(budget))));
        row.add(sample.broken(budgets).isEmpty() ? "kept" : "BROKEN");
        return row;
    }
}
