package dev.streamux.analyzer.stats.rank;

/**
 * The exact distributions of the rank statistics where nothing differs and no values are equal.
 *
 * <p>Both are symmetric about their middle. Printed tables of their critical values differ by one here and there; the tests
 * count every case instead.
 */
final class RankDistribution {
    /** Mann–Whitney is exact where both samples have at most so many values. */
    static final int EXACT_VALUES = 20;

    /** The signed-rank test is exact up to so many pairs. */
    static final int EXACT_PAIRS = 50;

    // 1/20 and (1 − 0.9)/2 differ in the last bit of a double.
    private static final double ROUNDING = 1e-12;

    private RankDistribution() {}

    /**
     * P(U = u) for u = 0 … n·m.
     *
     * <p>Mann and Whitney's recursion on the largest value: it is one of y with probability m/(n + m) and then exceeds all
     * n values of x, else it is one of x and counts nothing.
     */
    static double[] mannWhitney(int n, int m) {
        double[][] previous = new double[n + 1][];
        for (int ys = 0; ys <= m; ys++) {
            double[][] current = new double[n + 1][];
            for (int xs = 0; xs <= n; xs++) {
                current[xs] = new double[xs * ys + 1];
                if (xs == 0 || ys == 0) {
                    current[xs][0] = 1;
                    continue;
                }
                double largestIsY = (double) ys / (xs + ys);
                for (int k = 0; k <= xs * ys; k++) {
                    double withY = k >= xs ? previous[xs][k - xs] : 0;
                    double withX = k <= (xs - 1) * ys ? current[xs - 1][k] : 0;
                    current[xs][k] = largestIsY * withY + (1 - largestIsY) * withX;
                }
            }
            previous = current;
        }
        return previous[n];
    }

    /** P(W = w) for w = 0 … n·(n + 1)/2, where each rank 1 … n is positive with probability one half. */
    static double[] signedRank(int n) {
        int largest = n * (n + 1) / 2;
        double[] probability = new double[largest + 1];
        probability[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = largest; sum >= 0; sum--) {
                probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
            }
        }
        return probability;
    }

    /**
     * The rank, from 1, of the pair at which an interval begins: the largest k with P(statistic &lt; k) ≤ {@code tail}.
     *
     * <p>Example: for 10 and 10 values and a tail of 0.025 the critical U is 23, so k is 24.
     *
     * @return 0 if even the smallest and the largest pair leave out more than the tail
     */
    static int criticalRank(double[] probability, double tail) {
        double below = 0;
        int rank = 0;
        while (below + probability[rank] <= tail + ROUNDING) {
            below += probability[rank];
            rank++;
        }
        return rank;
    }
}
