package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.experiment.figure.RecoveryFigures;
import dev.streamux.simulations.scenario.Arm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Which way out of a broken stream costs the reader least: more answers recovered first, then sooner whole. */
final class RecoveryAnswer {
    private static final double MEDIAN = 0.5;

    private RecoveryAnswer() {}

    private record Way(String arm, RecoveryFigures figures) {
        double recovered() {
            return figures.whole().size() / (double) figures.broken();
        }

        OptionalDouble whole() {
            return figures.whole().at(MEDIAN);
        }
    }

    static List<String> of(Evidence evidence) {
        List<Way> ways = new ArrayList<>();
        for (Arm arm : evidence.arms()) {
            arm.recovery()
                    .map(policy -> new Way(arm.name(), RecoveryFigures.of(policy, evidence.of(arm))))
                    .filter(way -> way.figures().broken() > 0)
                    .ifPresent(ways::add);
        }
        if (ways.isEmpty()) {
            return List.of();
        }
        ways.sort(Comparator.comparingDouble(Way::recovered)
                .reversed()
                .thenComparingDouble(way -> way.whole().orElse(Double.MAX_VALUE)));
        Way best = ways.get(0);
        List<String> sentences = new ArrayList<>();
        if (best.whole().isEmpty()) {
            sentences.add("No way out led to a whole answer.");
            return sentences;
        }
        sentences.add(best.arm() + " costs least: " + cost(best) + ".");
        List<String> others =
                ways.stream().skip(1).map(way -> way.arm() + ": " + cost(way)).collect(Collectors.toList());
        if (!others.isEmpty()) {
            sentences.add(String.join("; ", others) + ".");
        }
        return sentences;
    }

    /** Medians over the broken questions. */
    private static String cost(Way way) {
        RecoveryFigures figures = way.figures();
        String whole = way.whole().isPresent()
                ? "the whole answer after " + Words.time(way.whole()) + share(way)
                : "no whole answer";
        return whole + ", " + Words.count(figures.lost().at(MEDIAN)) + " characters gone, "
                + Words.count(figures.repeated().at(MEDIAN)) + " sent twice, "
                + Words.count(figures.requests().at(MEDIAN)) + " requests a question";
    }

    private static String share(Way way) {
        int recovered = way.figures().whole().size();
        int broken = way.figures().broken();
        return recovered == broken ? "" : " (in " + recovered + " of " + broken + ")";
    }
}
