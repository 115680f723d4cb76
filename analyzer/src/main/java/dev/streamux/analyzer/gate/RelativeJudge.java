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
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Confidence;
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
            Decided decided = decided(comparison, tolerance);
            RuleOutcome outcome = new RuleOutcome(
                    rule,
                    candidate.arm(),
                    decided.verdict(),
                    message(comparison, baseline, candidate, moreIsBetter, tolerance),
                    Optional.of(evidence(comparison, tolerance).decidedBy(decided.by())));
            return new Judged(outcome, comparer.pHigherBeyond(info, good, bad, tolerance));
        });
    }

    /**
     * A verdict and the bounds that carry it.
     *
     * @param by which bounds, with their values; empty if undecided
     */
    private record Decided(GateVerdict verdict, Optional<String> by) {
        static final Decided NOT = new Decided(GateVerdict.INCONCLUSIVE, Optional.empty());
    }

    private static Decided decided(Comparison comparison, Tolerance tolerance) {
        if (!(comparison.shift().bounds() instanceof Interval shift)) {
            return Decided.NOT;
        }
        Unit unit = comparison.metric().unit();
        Optional<Interval> ratio =
                comparison.ratio().flatMap(estimate -> estimate.bounds().interval());
        // Without a ratio (a value of 0) the relative tolerance is taken of the median.
        double mostShift = ratio.isPresent()
                ? tolerance.absolute()
                : Math.max(tolerance.absolute(), tolerance.ratio() * comparison.baselineMedian());
        double mostRatio = 1 + tolerance.ratio();
        if (shift.low() > mostShift
                && ratio.map(interval -> interval.low() > mostRatio).orElse(true)) {
            String shiftBound = "the lower bound of the shift, " + Numbers.text(shift.low(), unit);
            return new Decided(
                    GateVerdict.FAIL,
                    Optional.of(ratio.map(interval -> "the lower bound of the ratio, " + Numbers.change(interval.low())
                                    + ", and " + shiftBound)
                            .orElse(shiftBound)));
        }
        if (ratio.isPresent() && ratio.get().high() <= mostRatio) {
            return new Decided(
                    GateVerdict.PASS,
                    Optional.of("the upper bound of the ratio, "
                            + Numbers.change(ratio.get().high())));
        }
        return shift.high() <= mostShift
                ? new Decided(
                        GateVerdict.PASS,
                        Optional.of("the upper bound of the shift, " + Numbers.text(shift.high(), unit)))
                : Decided.NOT;
    }

    private static Evidence evidence(Comparison comparison, Tolerance tolerance) {
        String id = comparison.metric().id();
        int n = comparison.candidateCount();
        return comparison
                .ratio()
                .map(ratio ->
                        Evidence.of(id + " ratio", Unit.RATIO, ratio.value(), ratio.bounds(), 1 + tolerance.ratio(), n))
                .orElseGet(() -> Evidence.of(
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
                + Confidence.text(confidence) + "; the rule allows " + Numbers.change(1 + tolerance.ratio()) + " or "
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
