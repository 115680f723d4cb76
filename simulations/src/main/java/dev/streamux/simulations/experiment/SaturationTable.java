package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Every level that a saturation search held, and the largest that kept all budgets. */
final class SaturationTable {
    private static final String LEVEL = "level";

    private SaturationTable() {}

    static Table of(List<Budget> budgets, List<ResponseTrace> measured) {
        Map<String, List<ResponseTrace>> levels =
                Responses.by(measured, response -> Responses.attribute(response, LEVEL));
        List<String> columns = new ArrayList<>(List.of("users", "responses"));
        budgets.forEach(budget -> columns.add(budget.text()));
        columns.add("verdict");
        List<List<String>> rows = new ArrayList<>();
        List<Integer> users = levels.keySet().stream()
                .map(Integer::valueOf)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.toList());
        OptionalInt largest = OptionalInt.empty();
        OptionalInt smallestBad = OptionalInt.empty();
        for (int level : users) {
            BudgetSample sample = new BudgetSample();
            levels.getOrDefault(Integer.toString(level), List.of()).forEach(sample::add);
            boolean kept = sample.broken(budgets).isEmpty();
            rows.add(row(level, sample, budgets, kept));
            if (kept && smallestBad.isEmpty()) {
                largest = OptionalInt.of(level);
            } else if (!kept && smallestBad.isEmpty()) {
                smallestBad = OptionalInt.of(level);
            }
        }
        return new Table("saturation", "Saturation", note(largest, smallestBad), columns, rows);
    }

    private static List<String> row(int level, BudgetSample sample, List<Budget> budgets, boolean kept) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(level), Integer.toString(sample.judged())));
        budgets.forEach(budget -> row.add(Budgets.text(budget, sample.value(budget))));
        row.add(kept ? "kept" : "BROKEN");
        return row;
    }

    private static String note(OptionalInt largest, OptionalInt smallestBad) {
        String bad = smallestBad.isPresent()
                ? smallestBad.getAsInt() + " users were too many"
                : "no level was too high, so the limit lies above";
        return largest.isPresent()
                ? "largest number of users that kept every budget: " + largest.getAsInt() + "; " + bad
                : "no number of users kept every budget; " + bad;
    }
}
