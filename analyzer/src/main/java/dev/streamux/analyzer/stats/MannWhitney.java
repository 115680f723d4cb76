package dev.streamux.analyzer.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Mann–Whitney test that two samples come from one distribution, with tie correction.
 *
 * <p>Normal approximation without continuity correction, as most tools print it. commons-math3 is not used here: it
 * returns the larger of both U, which loses the direction, and ignores ties.
 *
 * @param u pairs in which y is larger, ties counted one half; in [0, n·m]
 * @param z (u − n·m/2) over its standard deviation; 0 if all values are equal
 * @param pTwoSided probability of a z at least as far from 0, in [0, 1]
 * @param pLarger one-sided, small if y tends to be larger
 */
public record MannWhitney(double u, double z, double pTwoSided, double pLarger) {

    /** The test of these samples; x and y are the first and second of every statement. */
    public static MannWhitney test(Sample x, Sample y) {
        double n = x.size();
        double m = y.size();
        double u = Pairs.larger(x, y) + Pairs.equal(x, y) / 2.0;
        double total = n + m;
        double variance = n * m / 12 * (total + 1 - Pairs.tieTerm(x, y) / (total * (total - 1)));
        double z = variance > 0 ? (u - n * m / 2) / Math.sqrt(variance) : 0;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double twoSided = Math.min(1, 2 * normal.cumulativeProbability(-Math.abs(z)));
        return new MannWhitney(u, z, twoSided, normal.cumulativeProbability(-z));
    }
}
