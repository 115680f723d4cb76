package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Wilcoxon signed-rank test that paired differences centre on zero.
 *
 * <p>Zero differences are left out. Exact up to {@value RankDistribution#EXACT_PAIRS} pairs without ties, else the normal approximation
 * with tie correction; commons-math3 offers the exact way for 30 pairs only and ignores ties in it.
 *
 * @param positive the sum of the ranks of the positive differences
 * @param pairs the number of differences that are not zero
 * @param pTwoSided in [0, 1]; 1 if all differences are zero
 * @param pLarger one-sided, small if the differences tend to be positive
 */
public record SignedRank(double positive, int pairs, double pTwoSided, double pLarger) {
    /** The test of these differences, second minus first. */
    public static SignedRank test(Sample differences) {
        double[] values = Arrays.stream(differences.toArray())
                .filter(value -> value != 0)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .mapToDouble(Double::doubleValue)
                .toArray();
        int n = values.length;
        if (n == 0) {
            return new SignedRank(0, 0, 1, 0.5);
        }
        double positive = 0;
        double ties = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && Math.abs(values[to]) == Math.abs(values[from])) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                positive += values[i] > 0 ? rank : 0;
            }
            double group = to - from;
            ties += group * group * group - group;
            from = to;
        }
        double pLarger;
        double pSmaller;
        if (ties == 0 && n <= RankDistribution.EXACT_PAIRS) {
            pLarger = exactAtLeast(n, (int) positive);
            pSmaller = exactAtLeast(n, n * (n + 1) / 2 - (int) positive);
        } else {
            double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ties / 48;
            double z = (positive - n * (n + 1.0) / 4) / Math.sqrt(variance);
            pLarger = new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
            pSmaller = 1 - pLarger;
        }
        return new SignedRank(positive, n, Math.min(1, 2 * Math.min(pLarger, pSmaller)), pLarger);
    }

    /** P(W ≥ w) where each rank 1 … n is positive with probability one half. */
    private static double exactAtLeast(int n, int w) {
        double[] probability = RankDistribution.signedRank(n);
        return Arrays.stream(probability, Math.max(0, w), probability.length).sum();
    }
}
