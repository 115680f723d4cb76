package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Mann–Whitney test that two samples come from one distribution.
 *
 * <p>Exact where no values are equal and both samples have at most {@value RankDistribution#EXACT_VALUES} values; else the normal
 * approximation with tie correction and without continuity correction, as most tools print it. commons-math3 is not used
 * here: it returns the larger of both U, which loses the direction, and ignores ties.
 *
 * @param u pairs in which y is larger, ties counted one half; in [0, n·m]
 * @param z (u − n·m/2) over its standard deviation; 0 if all values are equal
 * @param pTwoSided probability of a u at least as far from the middle, in [0, 1]
 * @param pLarger one-sided, small if y tends to be larger
 */
public record MannWhitney(double u, double z, double pTwoSided, double pLarger) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** The test of these samples; x and y are the first and second of every statement. */
    public static MannWhitney test(Sample x, Sample y) {
        double n = x.size();
        double m = y.size();
        double u = Pairs.larger(x, y) + Pairs.equal(x, y) / 2.0;
        double total = n + m;
        double ties = Pairs.tieTerm(x, y);
        double variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)));
        double z = variance > 0 ? (u - n * m / 2) / Math.sqrt(variance) : 0;
        if (ties == 0 && Math.max(n, m) <= RankDistribution.EXACT_VALUES) {
            double atLeast = exactAtLeast(x.size(), y.size(), (int) u);
            double atMost = exactAtLeast(x.size(), y.size(), (int) (n * m - u));
            return new MannWhitney(u, z, Math.min(1, 2 * Math.min(atLeast, atMost)), atLeast);
        }
        double twoSided = Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
        return new MannWhitney(u, z, twoSided, NORMAL.cumulativeProbability(-z));
    }

    /** P(U ≥ u) if every order of the n + m values is as likely. */
    private static double exactAtLeast(int n, int m, int u) {
        double[] probability = RankDistribution.mannWhitney(n, m);
        return Math.min(1, Arrays.stream(probability, Math.max(0, u), n * m + 1).sum());
    }
}
