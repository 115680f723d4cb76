package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import dev.streamux.analyzer.stats.Confidence;
import dev.streamux.analyzer.stats.Estimate;
import dev.streamux.analyzer.stats.Sample;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Hodges–Lehmann estimate of how far one sample lies from another, or a set of pairs from zero.
 *
 * <p>Robust: a few outliers move it little. Its interval inverts the rank test of the same design (Mann–Whitney for two
 * samples, Wilcoxon signed rank for pairs): with the exact critical rank up to {@value RankDistribution#EXACT_VALUES} values a
 * sample or {@value RankDistribution#EXACT_PAIRS} pairs, else with its normal approximation. Where values are equal the exact
 * interval covers at least as often as stated. It is refused where not even all pairs reach the confidence: 95 % needs 4 and 4
 * values or 6 pairs. Example: x = 100, 110, …, 190 and y = 125, 135, …, 215 give a shift of 25 in [−5, 55] and a ratio of
 * 1.172604.
 */
public final class HodgesLehmann {
    private HodgesLehmann() {}

    /**
     * The shift from {@code x} to {@code y}: the median of the n·m differences y − x, in the unit of the samples.
     *
     * @param confidence two-sided, in (0, 1)
     */
    public static Estimate shift(Sample x, Sample y, double confidence) {
        long n = x.size();
        long m = y.size();
        long rank = Math.max(n, m) <= RankDistribution.EXACT_VALUES
                ? RankDistribution.criticalRank(RankDistribution.mannWhitney(x.size(), y.size()), (1 - confidence) / 2)
                : approximateRank(n * m, Math.sqrt((double) n * m * (n + m + 1) / 12), confidence);
        return estimate(n * m, rank, confidence, "n = " + n + " and " + m, k -> PairSelection.difference(x, y, k));
    }

    /**
     * The ratio of {@code y} to {@code x}: the shift of the logarithms, as a factor. Above 1: y is larger.
     *
     * @throws IllegalArgumentException if a value is not above 0
     */
    public static Estimate ratio(Sample x, Sample y, double confidence) {
        return shift(logarithms(x), logarithms(y), confidence).map(Math::exp);
    }

    /**
     * The centre of paired differences: the median of their Walsh averages.
     *
     * @param differences one a pair, second minus first
     */
    public static Estimate pairedShift(Sample differences, double confidence) {
        long n = differences.size();
        long pairs = n * (n + 1) / 2;
        long rank = n <= RankDistribution.EXACT_PAIRS
                ? RankDistribution.criticalRank(RankDistribution.signedRank(differences.size()), (1 - confidence) / 2)
                : approximateRank(pairs, Math.sqrt((double) n * (n + 1) * (2 * n + 1) / 24), confidence);
        return estimate(pairs, rank, confidence, n + " pairs", k -> PairSelection.walshAverage(differences, k));
    }

    /**
     * The centre of paired ratios, as a factor.
     *
     * @param ratios one a pair, second over first, each above 0
     */
    public static Estimate pairedRatio(Sample ratios, double confidence) {
        return pairedShift(logarithms(ratios), confidence).map(Math::exp);
    }

    private static long approximateRank(long count, double spread, double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        return (long) Math.floor(count / 2.0 - z * spread);
    }

    private static Estimate estimate(
            long count, long rank, double confidence, String size, LongToDoubleFunction select) {
        Bounds bounds = rank < 1
                ? new Refused(size + ": too few for an interval at " + Confidence.text(confidence))
                : new Interval(select.applyAsDouble(rank), select.applyAsDouble(count - rank + 1), confidence);
        return new Estimate(PairSelection.middle(count, select), bounds);
    }

    private static Sample logarithms(Sample sample) {
        if (!(sample.min() > 0)) {
            throw new IllegalArgumentException("a value is " + sample.min() + "; a ratio needs values > 0");
        }
        return sample.map(Math::log);
    }
}
