package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.ArmObservations.Measured;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Estimate;
import dev.streamux.analyzer.stats.Sample;
import dev.streamux.analyzer.stats.rank.CliffsDelta;
import dev.streamux.analyzer.stats.rank.HodgesLehmann;
import dev.streamux.analyzer.stats.rank.MannWhitney;
import dev.streamux.analyzer.stats.rank.SignedRank;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Compares two arms in one metric.
 *
 * <p>Where the arms answered the same seeds, pairs are compared (signed ranks), else all values (Mann–Whitney). The
 * interval is widened to the one over rounds where rounds hold several responses. Pure: same values, same result.
 */
public final class Comparer {
    private final double confidence;

    /**
     * A comparer.
     *
     * @param confidence of the intervals, two-sided; 0.95 to inform, 0.9 for one-sided decisions at 5 %
     */
    public Comparer(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + "; it must be in (0, 1)");
        }
        this.confidence = confidence;
    }

    /** The comparison; empty if an arm has no value of the metric. */
    public Optional<Comparison> compare(
            MetricInfo metric, ArmObservations baseline, ArmObservations candidate, Tolerance tolerance) {
        List<Measured> first = baseline.measured(metric.id());
        List<Measured> second = candidate.measured(metric.id());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Match match = Match.of(first, second);
        Sample x = sample(match.baseline());
        Sample y = sample(match.candidate());
        Estimate shift = shift(match, x, y);
        Optional<Estimate> ratio = x.min() > 0 && y.min() > 0 ? Optional.of(ratio(match, x, y)) : Optional.empty();
        return Optional.of(new Comparison(
                metric,
                baseline.arm(),
                candidate.arm(),
                x.size(),
                y.size(),
                match.paired(),
                x.median(),
                y.median(),
                ratio,
                shift,
                CliffsDelta.of(x, y),
                pValue(match, x, y),
                Decision.of(metric.direction(), ratio, shift, tolerance)));
    }

    /**
     * The one-sided probability to see a candidate so much higher than the baseline although it is within the
     * tolerance: small if it is higher beyond both bounds. 1 if an arm has no value.
     */
    public double pHigherBeyond(
            MetricInfo metric, ArmObservations baseline, ArmObservations candidate, Tolerance tolerance) {
        List<Measured> first = baseline.measured(metric.id());
        List<Measured> second = candidate.measured(metric.id());
        if (first.isEmpty() || second.isEmpty()) {
            return 1;
        }
        Match match = Match.of(first, second);
        double absolute = pLarger(match, value -> value + tolerance.absolute());
        double relative = pLarger(match, value -> value * (1 + tolerance.ratio()));
        return Math.max(absolute, relative);
    }

    private static double pLarger(Match match, DoubleUnaryOperator allowed) {
        return match.paired()
                ? SignedRank.test(combined(match, (a, b) -> b - allowed.applyAsDouble(a)))
                        .pLarger()
                : MannWhitney.test(sample(match.baseline()).map(allowed), sample(match.candidate()))
                        .pLarger();
    }

    private Estimate shift(Match match, Sample x, Sample y) {
        Estimate plain = match.paired()
                ? HodgesLehmann.pairedShift(combined(match, (a, b) -> b - a), confidence)
                : HodgesLehmann.shift(x, y, confidence);
        return widened(plain, match, DoubleUnaryOperator.identity());
    }

    private Estimate ratio(Match match, Sample x, Sample y) {
        Estimate plain = match.paired()
                ? HodgesLehmann.pairedShift(combined(match, (a, b) -> Math.log(b) - Math.log(a)), confidence)
                : HodgesLehmann.shift(x.map(Math::log), y.map(Math::log), confidence);
        return widened(plain, match, Math::log).map(Math::exp);
    }

    private Estimate widened(Estimate plain, Match match, DoubleUnaryOperator scale) {
        Optional<Bounds> overRounds = RoundEffects.interval(match, confidence, scale);
        return overRounds.map(plain::widenedBy).orElse(plain);
    }

    private static double pValue(Match match, Sample x, Sample y) {
        return match.paired()
                ? SignedRank.test(combined(match, (a, b) -> b - a)).pTwoSided()
                : MannWhitney.test(x, y).pTwoSided();
    }

    private static Sample sample(List<Measured> values) {
        return Sample.of(values.stream().mapToDouble(Measured::value).toArray());
    }

    private static Sample combined(Match match, DoubleBinaryOperator effect) {
        return Sample.of(IntStream.range(0, match.baseline().size())
                .mapToDouble(i -> effect.applyAsDouble(
                        match.baseline().get(i).value(),
                        match.candidate().get(i).value()))
                .toArray());
    }
}
