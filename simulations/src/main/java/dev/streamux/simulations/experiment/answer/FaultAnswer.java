package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether every broken stream shows up as what it is, and none as a success. */
final class FaultAnswer {
    /** What a fault of the mock must look like to its reader, by the first word of the fault. */
    private static final Map<String, Outcome> LOOKS = Map.of(
            "truncate", Outcome.TRUNCATED,
            "reset", Outcome.RESET,
            "error-event", Outcome.ERROR,
            "garbage", Outcome.ERROR,
            "stall", Outcome.STALLED,
            "status", Outcome.REJECTED);

    private FaultAnswer() {}

    static List<String> of(Evidence evidence) {
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        int broken = 0;
        for (Arm arm : evidence.arms()) {
            Optional<Outcome> expected = expected(arm);
            if (expected.isEmpty()) {
                continue;
            }
            ArmFigures figures = evidence.figures(arm);
            int as = figures.count(expected.get());
            broken += figures.responses();
            right.add(as + " " + expected.get().word() + " (" + arm.name() + ")");
            if (as < figures.responses()) {
                wrong.add((figures.responses() - as) + " of " + figures.responses() + " of " + arm.name()
                        + " did not end " + expected.get().word() + ", " + figures.count(Outcome.COMPLETE)
                        + " of them as a success");
            }
        }
        if (broken == 0) {
            return List.of();
        }
        String sentence = wrong.isEmpty()
                ? "Yes: all " + broken + " broken answers ended as what they are, none as a success: "
                        + Words.names(right) + "."
                : "No: " + String.join("; ", wrong) + ".";
        return List.of(sentence + sound(evidence));
    }

    /** A fault that strikes only at times, or one that a policy answers, says nothing of the single response. */
    private static Optional<Outcome> expected(Arm arm) {
        return arm.recovery().isPresent()
                ? Optional.empty()
                : arm.fault()
                        .filter(fault -> !fault.contains("times="))
                        .map(fault -> LOOKS.get(fault.split(";", 2)[0].strip()));
    }

    private static String sound(Evidence evidence) {
        int responses = 0;
        int complete = 0;
        for (Arm arm : evidence.arms()) {
            if (arm.fault().isEmpty()) {
                responses += evidence.figures(arm).responses();
                complete += evidence.figures(arm).count(Outcome.COMPLETE);
            }
        }
        return responses == 0 ? "" : " Of " + responses + " answers without a fault " + complete + " completed.";
    }
}
