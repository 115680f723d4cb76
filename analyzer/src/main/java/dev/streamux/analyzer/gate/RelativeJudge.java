package dev.streamux.analyzer.gate;

import dev.streamux.analyzer.comparison.Comparer;
import dev.streamux.analyzer.comparison.Comparison;
import dev.streamux.analyzer.comparison.Tolerance;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Numbers;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Estimate;
import java.util.Optional;

/**
 * Judges an arm against its baseline.
 *
 * <p>Worse means beyond both tolerances, the relative and the absolute one. It fails if both lower bounds are beyond,
 * passes if one upper bound is within, and is inconclusive between. For a metric of which more is better the arms
 * change places, so that more is always worse here.
 */
final class RelativeJudge {
    private final double confidence;
    private final Comparer comparer;

    /** A judge with this one-sided confidence of a bound. */
    RelativeJudge(double confidence) {
        this.confidence = confidence;
        // Each end of a two-sided 90 % interval is a one-sided 95 % bound.
        comparer = new Comparer(2 * confidence - 1);
    }

    /**
     * One judged comparison.
     *
     * @param outcome before the correction for many rules
     * @param pValue of being within the tolerance, one-sided
     */
    record Judged(RuleOutcome outcome, double pValue) {}

    /** The judgement; empty if an arm has no value. */
    Optional<Judged> judge(GateRule rule, Relative relative, ArmObservations baseline, ArmObservations candidate) {
        MetricInfo info = relative.metric().info();
        boolean moreIsBetter = info.direction() == Direction.HIGHER_IS_BETTER;
        ArmObservations good = moreIsBetter ? candidate : baseline;
        ArmObservations bad = moreIsBetter ? baseline : candidate;
        Tolerance tolerance = relative.tolerance();
        return comparer.compare(info, good, bad, tolerance).map(comparison -> {
            GateVerdict verdict = verdict(comparison, tolerance);
            RuleOutcome outcome = new RuleOutcome(
                    rule,
                    candidate.arm(),
                    verdict,
                    message(comparison, baseline, candidate, moreIsBetter, tolerance),
                    Optional.of(evidence(comparison, tolerance)));
            return new Judged(outcome, comparer.pHigherBeyond(info, good, bad, tolerance));
        });
    }

    private static GateVerdict verdict(Comparison comparison, Tolerance tolerance) {
        Bounds shift = comparison.shift().bounds();
        if (!(shift instanceof Interval shiftInterval)) {
            return GateVerdict.INCONCLUSIVE;
        }
        Optional<Interval> ratio =
                comparison.ratio().flatMap(estimate -> estimate.bounds().interval());
        // Without a ratio (a value of 0) the relative tolerance is taken of the median.
        double mostShift = ratio.isPresent()
                ? tolerance.absolute()
                : Math.max(tolerance.absolute(), tolerance.ratio() * comparison.baselineMedian());
        double mostRatio = 1 + tolerance.ratio();
        boolean beyond = shiftInterval.low() > mostShift
                && ratio.map(interval -> interval.low() > mostRatio).orElse(true);
        if (beyond) {
            return GateVerdict.FAIL;
        }
        boolean within = shiftInterval.high() <= mostShift
                || ratio.map(interval -> interval.high() <= mostRatio).orElse(false);
        return within ? GateVerdict.PASS : GateVerdict.INCONCLUSIVE;
    }

    private static Evidence evidence(Comparison comparison, Tolerance tolerance) {
        String id = comparison.metric().id();
        int n = comparison.candidateCount();
        return comparison
                .ratio()
                .map(ratio -> new Evidence(
                        id + " ratio", Unit.RATIO, ratio.value(), ratio.bounds(), 1 + tolerance.ratio(), n))
                .orElseGet(() -> new Evidence(
                        id + " shift",
                        comparison.metric().unit(),
                        comparison.shift().value(),
                        comparison.shift().bounds(),
                        tolerance.absolute(),
                        n));
    }

    private String message(
            Comparison comparison,
            ArmObservations baseline,
            ArmObservations candidate,
            boolean swapped,
            Tolerance tolerance) {
        Unit unit = comparison.metric().unit();
        double before = swapped ? comparison.candidateMedian() : comparison.baselineMedian();
        double after = swapped ? comparison.baselineMedian() : comparison.candidateMedian();
        String medians = comparison.metric().id() + " of " + candidate.arm() + " against " + baseline.arm()
                + ": median " + Numbers.text(after, unit) + " after " + Numbers.text(before, unit);
        String size = comparison.paired()
                ? comparison.candidateCount() + " pairs"
                : "n = " + (swapped ? comparison.baselineCount() : comparison.candidateCount());
        String relative = comparison.ratio().map(RelativeJudge::worse).orElse("");
        return medians + relative + ", " + signed(comparison.shift().value(), unit) + " ("
                + Numbers.text(comparison.shift().bounds(), unit) + "), " + size + ", each bound at "
                + Numbers.confidence(confidence) + "; the rule allows " + Numbers.change(1 + tolerance.ratio()) + " or "
                + Numbers.text(tolerance.absolute(), unit);
    }

    private static String worse(Estimate ratio) {
        String bounds = ratio.bounds()
                .interval()
                .map(interval -> Numbers.change(interval.low()) + " to " + Numbers.change(interval.high()))
                .orElse("no bounds");
        return ", worse by " + Numbers.change(ratio.value()) + " (" + bounds + ")";
    }

    private static String signed(double value, Unit unit) {
        return (value > 0 ? "+" : "") + Numbers.text(value, unit);
    }
}
