package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.condition.Condition.Budget;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.analyzer.gate.rule.condition.Statistic;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import dev.streamux.analyzer.stats.ClusterBootstrap;
import dev.streamux.analyzer.stats.Confidence;
import dev.streamux.analyzer.stats.QuantileBounds;
import dev.streamux.analyzer.stats.Sample;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Judges a statistic against a fixed limit.
 *
 * <p>It fails if even the bound on the good side breaks the limit, passes if even the bound on the bad side keeps it,
 * and is inconclusive between.
 *
 * @param confidence of a bound, one-sided
 * @param allowSmallSamples whether the observed value decides where the sample carries no bounds
 */
record BudgetJudge(double confidence, boolean allowSmallSamples) {
    private static final int MEAN_NEEDS = 20;
    private static final int REPLICATES = 1000;
    private static final int MOST_REPLICATES = 20_000;
    private static final int REPLICATES_BEYOND_A_BOUND = 10;
    // Any fixed seed: the same traces give the same verdict.
    private static final long SEED = 0x5EED;

    RuleOutcome judge(GateRule rule, ArmObservations arm, Budget budget, Sample sample) {
        Bounds bounds = bounds(budget.statistic(), sample);
        double value = value(budget.statistic(), sample);
        MetricInfo info = budget.metric().info();
        String quantity = info.id() + "." + budget.statistic().word();
        Evidence evidence = Evidence.of(quantity, info.unit(), value, bounds, budget.limit(), sample.size());
        String observed = quantity + " is " + Numbers.text(value, info.unit());
        String wanted = "the rule wants " + budget.operator().sign() + " " + Numbers.text(budget.limit(), info.unit());
        if (bounds instanceof Interval interval) {
            String sure = ", each bound at " + Confidence.text(confidence) + ": " + Numbers.text(bounds, info.unit());
            GateVerdict verdict = verdict(interval, budget.operator(), budget.limit());
            return outcome(
                    rule,
                    arm,
                    verdict,
                    observed + sure + ", n = " + sample.size() + "; " + wanted,
                    evidence.decidedBy(decisive(verdict, interval, budget)));
        }
        String reason = ((Refused) bounds).reason();
        if (allowSmallSamples) {
            boolean good = budget.operator().holds(value, budget.limit());
            return outcome(
                    rule,
                    arm,
                    good ? GateVerdict.PASS : GateVerdict.FAIL,
                    observed + ", judged without bounds as --allow-small-n asks (" + reason + "); " + wanted,
                    evidence);
        }
        return outcome(
                rule,
                arm,
                GateVerdict.INCONCLUSIVE,
                "too few samples: " + reason + "; send more requests (" + observed + ", " + wanted + ")",
                evidence);
    }

    private static RuleOutcome outcome(
            GateRule rule, ArmObservations arm, GateVerdict verdict, String message, Evidence evidence) {
        return new RuleOutcome(rule, arm.arm(), verdict, message, Optional.of(evidence));
    }

    private static GateVerdict verdict(Interval interval, Operator operator, double limit) {
        boolean lowHolds = operator.holds(interval.low(), limit);
        boolean highHolds = operator.holds(interval.high(), limit);
        if (lowHolds && highHolds) {
            return GateVerdict.PASS;
        }
        return lowHolds || highHolds ? GateVerdict.INCONCLUSIVE : GateVerdict.FAIL;
    }

    /** Passed by the bound on the bad side, failed by the one on the good side. */
    private static Optional<String> decisive(GateVerdict verdict, Interval interval, Budget budget) {
        if (verdict == GateVerdict.INCONCLUSIVE) {
            return Optional.empty();
        }
        boolean upper = budget.operator().isUpperLimit() == (verdict == GateVerdict.PASS);
        return Optional.of((upper ? "the upper bound, " : "the lower bound, ")
                + Numbers.text(
                        upper ? interval.high() : interval.low(),
                        budget.metric().info().unit()));
    }

    private static double value(Statistic statistic, Sample sample) {
        return statistic instanceof Statistic.Percentile percentile
                ? sample.quantile(percentile.share())
                : sample.mean();
    }

    /** Both one-sided bounds as one interval. */
    private Bounds bounds(Statistic statistic, Sample sample) {
        double twoSided = 2 * confidence - 1;
        if (!(statistic instanceof Statistic.Percentile percentile)) {
            return meanBounds(sample, twoSided);
        }
        int needed = QuantileBounds.minimumSize(percentile.share(), confidence);
        Bounds low = QuantileBounds.atLeast(sample, percentile.share(), confidence);
        Bounds high = QuantileBounds.atMost(sample, percentile.share(), confidence);
        if (sample.size() >= needed && low instanceof Interval lower && high instanceof Interval upper) {
            return new Interval(lower.low(), upper.high(), twoSided);
        }
        return new Refused("n = " + sample.size() + ", " + percentile.word() + " needs " + needed);
    }

    private Bounds meanBounds(Sample sample, double twoSided) {
        if (sample.size() < MEAN_NEEDS) {
            return new Refused("n = " + sample.size() + ", the mean needs " + MEAN_NEEDS);
        }
        // A bound far out needs more redraws, or it would be the luckiest of a few.
        int replicates = (int) Math.ceil(REPLICATES_BEYOND_A_BOUND / (1 - confidence));
        ClusterBootstrap bootstrap = new ClusterBootstrap(
                Math.max(REPLICATES, Math.min(MOST_REPLICATES, replicates)), new SplittableRandom(SEED));
        return bootstrap.interval(sample.size(), twoSided, drawn -> {
            double sum = 0;
            for (int index : drawn) {
                sum += sample.get(index);
            }
            return sum / drawn.length;
        });
    }
}
