package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.experiment.figure.SaturationFigures;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Load;
import java.util.List;

/** How many can read at the same time. */
final class SaturationAnswer {
    private SaturationAnswer() {}

    static List<String> of(Evidence evidence) {
        if (!(evidence.scenario().load() instanceof Load.Saturation load)) {
            return List.of();
        }
        SaturationFigures figures = SaturationFigures.of(evidence.scenario().budgets(), evidence.measured());
        String tooMany = figures.smallestBad().isPresent()
                ? broken(evidence, figures, figures.smallestBad().getAsInt())
                : "";
        if (figures.largestGood().isEmpty()) {
            return tooMany.isEmpty()
                    ? List.of()
                    : List.of("Fewer than " + figures.smallestBad().getAsInt() + " people: " + tooMany + ".");
        }
        int good = figures.largestGood().getAsInt();
        if (tooMany.isEmpty()) {
            String more = good >= load.to() ? "the search went no further" : "the search ended before it found a limit";
            return List.of("At least " + good + " people can read at the same time within every budget; " + more + ".");
        }
        return List.of(good + " people can read at the same time within every budget; " + tooMany + ".");
    }

    private static String broken(Evidence evidence, SaturationFigures figures, int level) {
        BudgetSample sample = figures.levels().getOrDefault(level, new BudgetSample());
        return "with " + level + " it is broken: "
                + String.join("; ", sample.broken(evidence.scenario().budgets()));
    }
}
