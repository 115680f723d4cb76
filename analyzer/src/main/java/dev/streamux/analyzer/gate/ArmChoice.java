package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.rule.ArmSelector;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.trace.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which arms a rule judges and with which arm it compares them. */
final class ArmChoice {
    private final GateRules rules;
    private final GateInput input;
    private final Optional<String> baseline;

    /** A choice among the arms of the input; the names in the rules must be arms. */
    ArmChoice(GateRules rules, GateInput input) {
        this.rules = rules;
        this.input = input;
        if (input.arms().isEmpty()) {
            throw new InvalidInputException("the run has no response of phase measure; a gate needs at least one");
        }
        rules.baseline().ifPresent(name -> requireArm("baseline", name));
        rules.control().ifPresent(name -> requireArm("control", name));
        boolean single = input.arms().size() == 1;
        baseline = input.reference().isPresent() || (single && rules.baseline().isEmpty())
                ? Optional.empty()
                : Optional.of(rules.baseline().orElse(names().get(0)));
        if (baseline.isPresent() && baseline.equals(rules.control())) {
            throw new InvalidInputException(
                    "control is \"" + baseline.get() + "\", which is the baseline itself; it must"
                            + " be a second arm that is played like it, or left out");
        }
    }

    /**
     * The arms that the rule judges, in the order of the run.
     *
     * @throws InvalidInputException if there is none
     */
    List<ArmObservations> judged(GateRule rule) {
        Optional<ArmSelector> selector = rule.arms().isPresent() ? rule.arms() : rules.arms();
        List<ArmObservations> judged = input.arms().values().stream()
                .filter(arm -> selector.isPresent() ? selector.get().matches(arm.arm()) : isJudgedByDefault(arm.arm()))
                .filter(arm -> !(rule.condition() instanceof Relative) || !baseline.equals(Optional.of(arm.arm())))
                .toList();
        if (judged.isEmpty()) {
            throw new InvalidInputException(rule.origin() + ": rule \"" + rule.id() + "\" judges no arm: "
                    + selector.map(arms -> "arms is " + arms + ", ").orElse("")
                    + "the run has " + String.join(", ", names())
                    + baseline.map(name -> ", of which " + name + " is the baseline")
                            .orElse(""));
        }
        return judged;
    }

    /**
     * The arm to compare with.
     *
     * @throws InvalidInputException if there is none
     */
    ArmObservations baselineOf(GateRule rule, ArmObservations judged) {
        return opponent(judged).orElseThrow(() -> {
            String who = rule.origin() + ": rule \"" + rule.id() + "\"";
            return new InvalidInputException(input.reference()
                    .map(reference -> who + ": the baseline run "
                            + reference.run().path() + " has no arm \"" + judged.arm() + "\"; it has "
                            + String.join(", ", reference.arms().keySet()))
                    .orElse(who + " compares with a baseline and the run has one arm only;"
                            + " name a baseline run with --baseline"));
        });
    }

    /** What the arm would be compared with: the arm of its name in the baseline run, or the baseline arm. */
    Optional<ArmObservations> opponent(ArmObservations judged) {
        if (input.reference().isEmpty()) {
            return baseline.filter(name -> !name.equals(judged.arm())).map(this::arm);
        }
        Map<String, ArmObservations> arms = input.reference().get().arms();
        boolean onlyOne = arms.size() == 1 && input.arms().size() == 1;
        return onlyOne ? Optional.of(arms.values().iterator().next()) : Optional.ofNullable(arms.get(judged.arm()));
    }

    /** What to call an arm that is compared with: its name, and of which run if that is another one. */
    String nameOf(ArmObservations opponent) {
        return opponent.arm()
                + input.reference().map(other -> " of " + other.run().path()).orElse("");
    }

    /** The arm that is a second copy of the baseline, if the rules name one. */
    Optional<ArmObservations> control() {
        return rules.control().map(this::arm);
    }

    private boolean isJudgedByDefault(String arm) {
        return !baseline.equals(Optional.of(arm)) && !rules.control().equals(Optional.of(arm));
    }

    private void requireArm(String key, String name) {
        if (!input.arms().containsKey(name)) {
            throw new InvalidInputException(
                    key + " is \"" + name + "\", which is not an arm of the run; it has " + String.join(", ", names()));
        }
    }

    private ArmObservations arm(String name) {
        ArmObservations arm = input.arms().get(name);
        if (arm == null) {
            throw new IllegalStateException("arm " + name + " was there before");
        }
        return arm;
    }

    private List<String> names() {
        return List.copyOf(input.arms().keySet());
    }
}
