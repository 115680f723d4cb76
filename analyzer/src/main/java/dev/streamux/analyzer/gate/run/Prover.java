package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.GateInput;
import dev.streamux.analyzer.gate.Judge;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.rule.condition.Condition;
import dev.streamux.analyzer.gate.rule.condition.Condition.Budget;
import dev.streamux.analyzer.gate.rule.condition.Condition.GoodShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.rule.condition.Need;
import dev.streamux.analyzer.gate.run.Injection.Buffering;
import dev.streamux.analyzer.gate.run.Injection.Ending;
import dev.streamux.analyzer.gate.run.Injection.Slowdown;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows that a gate can fire: harms one arm after the other in a way that each rule must notice, and judges again.
 *
 * <p>A delay is chosen from what was measured, so that it breaks the rule by a fair but not a huge amount: half beyond
 * a budget, a tenth beyond a margin.
 */
final class Prover {
    private static final double BEYOND_BUDGET = 1.5;
    private static final double BEYOND_MARGIN = 0.1;
    private static final double GROSS = 10;

    private final GateRules rules;
    private final Judge judge;
    private final GateInput input;

    Prover(GateRules rules, Judge judge, GateInput input) {
        this.rules = rules;
        this.judge = judge;
        this.input = input;
    }

    /** The proofs, one a rule and arm; {@code harmed} reads the arms of the run again with the harm done. */
    List<Proof> prove(Function<Injection, Map<String, ArmObservations>> harmed) {
        GateResult undisturbed = judge.judge(rules, input);
        List<Proof> proofs = new ArrayList<>();
        for (RuleOutcome outcome : undisturbed.outcomes()) {
            Injection injection = injection(outcome);
            ArmObservations victim = harmed.apply(injection).get(outcome.arm());
            Map<String, ArmObservations> arms = new LinkedHashMap<>(input.arms());
            if (victim != null) {
                arms.put(outcome.arm(), victim);
            }
            // Whether a rule has teeth does not depend on how busy the machine was.
            proofs.add(proof(outcome, injection, input.withTrustedArms(arms)));
        }
        return proofs;
    }

    private Proof proof(RuleOutcome before, Injection injection, GateInput harmedInput) {
        RuleOutcome after = judge.judge(rules, harmedInput).outcomes().stream()
                .filter(outcome -> outcome.rule().id().equals(before.rule().id())
                        && outcome.arm().equals(before.arm()))
                .findFirst()
                .orElse(before);
        return new Proof(
                before.rule().id(),
                before.arm(),
                injection.words(),
                after.verdict() == GateVerdict.FAIL,
                after.message());
    }

    private static Injection injection(RuleOutcome outcome) {
        Condition condition = outcome.rule().condition();
        if (condition instanceof OutcomeShare share) {
            return new Ending(share.operator().isUpperLimit() ? share.outcome() : Outcome.RESET);
        }
        if (condition instanceof Budget budget) {
            return budget.metric().info().unit() == Unit.MILLISECONDS
                    ? beyondBudget(budget, outcome.evidence())
                    : gross(budget.metric().id());
        }
        if (condition instanceof Relative relative) {
            return relative.metric().info().unit() == Unit.MILLISECONDS
                    ? beyondMargin(relative, outcome.evidence())
                    : gross(relative.metric().id());
        }
        if (condition instanceof GoodShare good) {
            return beyondNeeds(good);
        }
        return new Buffering();
    }

    private static Injection beyondNeeds(GoodShare good) {
        double longest = good.needs().stream()
                .filter(need -> need.metric().info().unit() == Unit.MILLISECONDS)
                .mapToDouble(Need::limit)
                .max()
                .orElse(0);
        return new Slowdown(GROSS, Math.round(BEYOND_BUDGET * longest * 1e6));
    }

    private static Injection gross(String metric) {
        return metric.equals("largest-burst-share") ? new Buffering() : new Slowdown(GROSS, 0);
    }

    private static Injection beyondBudget(Budget budget, Optional<Evidence> evidence) {
        double value = evidence.map(Evidence::value).orElse(0.0);
        double factor = value > 0 ? Math.max(1, BEYOND_BUDGET * budget.limit() / value) : 1;
        return new Slowdown(Math.min(factor, 1000), Math.round(budget.limit() * 1e6 / 2));
    }

    private static Injection beyondMargin(Relative relative, Optional<Evidence> evidence) {
        // A candidate that is faster than the baseline has that to lose first.
        double ratio = evidence.map(Evidence::value).filter(value -> value > 0).orElse(1.0);
        double factor = (1 + relative.tolerance().ratio() + BEYOND_MARGIN) / Math.min(1, ratio);
        return new Slowdown(factor, Math.round(2 * relative.tolerance().absolute() * 1e6));
    }
}
