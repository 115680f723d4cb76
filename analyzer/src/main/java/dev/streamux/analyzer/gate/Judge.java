package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.gate.RelativeJudge.Judged;
import dev.streamux.analyzer.gate.rule.BuiltInRules;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.rule.condition.Condition;
import dev.streamux.analyzer.gate.rule.condition.Condition.Budget;
import dev.streamux.analyzer.gate.rule.condition.Condition.DeliveryShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.GoodShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.NotBuffered;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.rule.condition.Condition.Streamed;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.stats.MultipleTests;
import dev.streamux.analyzer.stats.Sample;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies the rules of a gate to a run. Pure: same input, same result. */
public final class Judge {
    private final boolean allowSmallSamples;

    /**
     * A judge.
     *
     * @param allowSmallSamples whether a budget whose sample is too small is judged by the observed value
     */
    public Judge(boolean allowSmallSamples) {
        this.allowSmallSamples = allowSmallSamples;
    }

    /**
     * The verdict.
     *
     * @throws InvalidInputException if a rule judges no arm, has no baseline, or asks for a metric of which complete
     *     responses have no value: such a rule could never fail
     */
    public GateResult judge(GateRules stated, GateInput input) {
        GateRules rules = BuiltInRules.addTo(stated);
        double confidence =
                input.look().map(look -> look.confidence(rules.confidence())).orElse(rules.confidence());
        return new Session(rules.withConfidence(confidence), input).result();
    }

    /** The state of one judgement. */
    private final class Session {
        private final GateRules rules;
        private final GateInput input;
        private final ArmChoice choice;
        private final List<RuleOutcome> outcomes = new ArrayList<>();
        private final List<Integer> tested = new ArrayList<>();
        private final List<Double> pValues = new ArrayList<>();
        private final Map<String, NoiseFloor> controls = new LinkedHashMap<>();
        private final GateNotes notes = new GateNotes();

        Session(GateRules rules, GateInput input) {
            this.rules = rules;
            this.input = input;
            choice = new ArmChoice(rules, input);
        }

        GateResult result() {
            for (GateRule rule : rules.rules()) {
                for (ArmObservations arm : choice.judged(rule)) {
                    judge(rule, arm);
                }
            }
            correctForManyRules();
            return new GateResult(
                    GateResult.verdictOf(outcomes),
                    outcomes,
                    List.copyOf(controls.values()),
                    input.selfCheck(),
                    rules.confidence(),
                    input.look(),
                    input.reference().map(GateInput.Reference::run),
                    notes.all());
        }

        private void judge(GateRule rule, ArmObservations arm) {
            notes.about(rule, arm);
            choice.opponent(arm).ifPresent(other -> notes.aboutDelivery(arm, other, choice.nameOf(other)));
            Condition condition = rule.condition();
            if (condition instanceof OutcomeShare share) {
                outcomes.add(StructureJudge.outcomeShare(rule, arm, share, rules.confidence()));
            } else if (condition instanceof DeliveryShare share) {
                outcomes.add(StructureJudge.deliveryShare(rule, arm, share, rules.confidence()));
            } else if (condition instanceof Streamed) {
                outcomes.add(StructureJudge.delivery(rule, arm, DeliveryKind.STREAMED, rules.confidence()));
                distrustLumps(arm);
            } else if (condition instanceof NotBuffered) {
                if (!(rule.origin().equals(BuiltInRules.ORIGIN)
                        && arm.deliveries().equals(Set.of("json")))) {
                    outcomes.add(StructureJudge.delivery(rule, arm, DeliveryKind.COALESCED, rules.confidence()));
                }
            } else if (condition instanceof GoodShare good) {
                good.metrics().forEach(metric -> sample(rule, metric, arm));
                outcomes.add(GoodJudge.judge(rule, arm, good, rules.confidence()));
                distrust();
            } else if (condition instanceof Budget budget) {
                judgeBudget(rule, arm, budget);
                distrust();
            } else if (condition instanceof Relative relative) {
                judgeRelative(rule, arm, relative);
                distrust();
            }
        }

        /** A late harness makes lumps of its own; it cannot make a buffered stream. */
        private void distrustLumps(ArmObservations arm) {
            arm.delivery()
                    .filter(delivery -> delivery.kind() == DeliveryKind.COALESCED)
                    .ifPresent(delivery -> distrust());
        }

        /** In a run whose harness was late no time decides anything; the numbers stay to be seen. */
        private void distrust() {
            int last = outcomes.size() - 1;
            if (!input.selfCheck().valid()) {
                String why = "the run cannot be trusted: "
                        + String.join("; ", input.selfCheck().reasons());
                outcomes.set(last, outcomes.get(last).as(GateVerdict.INCONCLUSIVE, why));
            }
        }

        private void judgeBudget(GateRule rule, ArmObservations arm, Budget budget) {
            Optional<Sample> sample = sample(rule, budget.metric(), arm);
            outcomes.add(sample.map(values ->
                            new BudgetJudge(rules.confidence(), allowSmallSamples).judge(rule, arm, budget, values))
                    .orElseGet(() -> inconclusive(rule, arm, "no response of " + arm.arm() + " is complete")));
        }

        private void judgeRelative(GateRule rule, ArmObservations arm, Relative relative) {
            ArmObservations baseline = choice.baselineOf(rule, arm);
            List<String> differences =
                    input.reference().map(other -> other.run().objections()).orElse(List.of());
            if (!differences.isEmpty()) {
                outcomes.add(inconclusive(
                        rule,
                        arm,
                        "the baseline run cannot be compared with this one: " + String.join("; ", differences)
                                + "; make a baseline on the same machine with the same scenario"));
                return;
            }
            boolean present = sample(rule, relative.metric(), arm).isPresent()
                    && sample(rule, relative.metric(), baseline).isPresent();
            if (!present) {
                outcomes.add(inconclusive(
                        rule, arm, "no response of " + arm.arm() + " or of " + baseline.arm() + " is complete"));
                return;
            }
            Optional<Judged> judged = new RelativeJudge(rules.confidence()).judge(rule, relative, baseline, arm);
            judged.ifPresent(one -> {
                if (rule.counts()) {
                    tested.add(outcomes.size());
                    pValues.add(one.pValue());
                }
                notes.aboutGain(relative, one.outcome(), choice.nameOf(baseline));
                outcomes.add(underNoise(one.outcome(), relative, baseline));
            });
        }

        private RuleOutcome underNoise(RuleOutcome outcome, Relative relative, ArmObservations baseline) {
            var metric = relative.metric().info();
            Optional<NoiseFloor> floor =
                    choice.control().isPresent() && input.reference().isEmpty()
                            ? Control.against(metric, baseline, choice.control().get())
                            : Control.within(metric, baseline);
            floor.ifPresent(noise -> controls.putIfAbsent(metric.id() + " " + noise.how(), noise));
            double half = relative.tolerance().ratio() / 2;
            if (floor.isPresent() && floor.get().proven() > half) {
                return outcome.as(
                        GateVerdict.INCONCLUSIVE,
                        "the noise is above the tolerance: " + floor.get().how() + " differ by "
                                + Numbers.change(floor.get().ratio().value()) + " where nothing changed");
            }
            return outcome;
        }

        /** A failure among several relative rules must survive Holm's correction. */
        private void correctForManyRules() {
            double[] adjusted = MultipleTests.holm(
                    pValues.stream().mapToDouble(Double::doubleValue).toArray());
            for (int i = 0; i < adjusted.length; i++) {
                RuleOutcome outcome = outcomes.get(tested.get(i));
                if (outcome.verdict() == GateVerdict.FAIL && adjusted[i] > 1 - rules.confidence()) {
                    outcomes.set(
                            tested.get(i),
                            outcome.as(
                                    GateVerdict.INCONCLUSIVE,
                                    "it may be chance among " + adjusted.length + " relative rules"));
                }
            }
        }

        /** The values of the metric; empty if no response is complete. */
        private Optional<Sample> sample(GateRule rule, Metric metric, ArmObservations arm) {
            List<Double> values = arm.values(metric.id());
            if (!values.isEmpty()) {
                return Optional.of(Sample.of(values));
            }
            if (arm.count(Outcome.COMPLETE) == 0) {
                return Optional.empty();
            }
            throw new InvalidInputException(rule.origin() + ": rule \"" + rule.id() + "\": arm \"" + arm.arm()
                    + "\" has no value of " + metric.id() + " in " + arm.count(Outcome.COMPLETE)
                    + " complete responses (" + reasons(arm, metric) + "); choose a metric that the traces carry");
        }

        private static String reasons(ArmObservations arm, Metric metric) {
            return arm.absences(metric.id()).entrySet().stream()
                    .map(reason -> reason.getKey() + ": " + reason.getValue())
                    .collect(Collectors.joining(", "));
        }

        private static RuleOutcome inconclusive(GateRule rule, ArmObservations arm, String why) {
            return new RuleOutcome(rule, arm.arm(), GateVerdict.INCONCLUSIVE, why, Optional.empty());
        }
    }
}
