package dev.streamux.simulations.experiment.figure;

import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.trace.ResponseTrace;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every level that a saturation search held. */
public final class SaturationFigures {
    private static final String LEVEL = "level";
    private static final String HOLD = "hold";

    private final SortedMap<Integer, BudgetSample> levels = new TreeMap<>();
    private OptionalInt largestGood = OptionalInt.empty();
    private OptionalInt smallestBad = OptionalInt.empty();

    private SaturationFigures() {}

    /** The figures of these responses; those that no level claims do not count. */
    public static SaturationFigures of(List<Budget> budgets, List<ResponseTrace> responses) {
        SaturationFigures figures = new SaturationFigures();
        Responses.by(responses, response -> Responses.attribute(response, LEVEL))
                .forEach((level, held) -> figures.levels.put(Integer.valueOf(level), lastHold(held)));
        figures.levels.forEach(
                (level, sample) -> figures.judge(level, sample.broken(budgets).isEmpty()));
        return figures;
    }

    /** What was held twice is judged on the second hold. */
    private static BudgetSample lastHold(List<ResponseTrace> held) {
        long last = held.stream().mapToLong(SaturationFigures::hold).max().orElse(0);
        BudgetSample sample = new BudgetSample();
        held.stream().filter(response -> hold(response) == last).forEach(sample::add);
        return sample;
    }

    private static long hold(ResponseTrace response) {
        return Responses.nanos(response, HOLD).orElse(0);
    }

    /** Levels come from the smallest on; what is good above a bad one was luck. */
    private void judge(int level, boolean kept) {
        if (smallestBad.isPresent()) {
            return;
        }
        if (kept) {
            largestGood = OptionalInt.of(level);
        } else {
            smallestBad = OptionalInt.of(level);
        }
    }

    /** What was measured at each number of users. */
    public SortedMap<Integer, BudgetSample> levels() {
        return Collections.unmodifiableSortedMap(levels);
    }

    /** The largest number of users below every bad one that kept all budgets. */
    public OptionalInt largestGood() {
        return largestGood;
    }

    /** The smallest number of users that broke a budget. */
    public OptionalInt smallestBad() {
        return smallestBad;
    }
}
