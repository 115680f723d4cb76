package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.scenario.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a reader gains or loses in each arm against the first one. The first text decides, because every buffer harms it;
 * the whole answer is told beside it, and gaps are not told at all: a buffered answer has none.
 */
final class DeliveryAnswer {
    private static final double MEDIAN = 0.5;
    /** Less than this nobody sees, and no small sample shows. */
    private static final double SAME_MILLIS = 20;

    private DeliveryAnswer() {}

    static List<String> of(Evidence evidence) {
        List<Arm> arms = evidence.arms();
        boolean plain = arms.stream()
                .allMatch(arm -> arm.stop().equals(StopCondition.NEVER)
                        && arm.recovery().isEmpty()
                        && arm.fault().isEmpty());
        OptionalDouble base = evidence.figures(arms.get(0)).firstText().at(MEDIAN);
        if (!plain || arms.size() < 2 || base.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("With " + arms.get(0).name() + " a reader sees the first words after "
                + Words.time(base) + " and the whole answer after "
                + Words.median(evidence.figures(arms.get(0)).response()) + " (medians).");
        arms.stream().skip(1).forEach(arm -> sentences.add(against(arm, evidence.figures(arm), base.getAsDouble())));
        return sentences;
    }

    private static String against(Arm arm, ArmFigures figures, double base) {
        OptionalDouble first = figures.firstText().at(MEDIAN);
        if (first.isEmpty()) {
            return "With " + arm.name() + " no answer completed (" + figures.responses() + " asked).";
        }
        double later = first.getAsDouble() - base;
        String when = Math.abs(later) < SAME_MILLIS
                ? "at the same time"
                : Words.time(Math.abs(later)) + (later > 0 ? " later" : " sooner");
        return "With " + arm.name() + " the first words come " + when + " (" + Words.time(first)
                + ") and the whole answer after " + Words.median(figures.response()) + ".";
    }
}
