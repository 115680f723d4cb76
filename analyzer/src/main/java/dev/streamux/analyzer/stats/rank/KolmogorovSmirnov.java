package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The two-sample Kolmogorov–Smirnov test: the largest distance between two empirical distributions.
 *
 * <p>The distance is counted here, with ties. commons-math3 gives the distribution only: its own test is strict (P(D &gt;
 * d), so 0.41752 for the example) and breaks ties by random jitter. With ties the p-value is on the safe side.
 *
 * @param distance D in [0, 1]
 * @param p P(D ≥ distance) if both samples come from one continuous distribution. Example: x = 100, 110, …, 190 and
 *     y = 125, 135, …, 215 give D = 0.3 and p = 0.786930
 */
public record KolmogorovSmirnov(double distance, double p) {
    private static final long EXACT_BELOW = 10_000;

    /** The test of these samples; exact if n·m &lt; 10,000, else by Kolmogorov's limit. */
    public static KolmogorovSmirnov test(Sample x, Sample y) {
        double distance = distance(x, y);
        // The two methods used below do not draw.
        KolmogorovSmirnovTest library = new KolmogorovSmirnovTest();
        long pairs = (long) x.size() * y.size();
        double p = pairs < EXACT_BELOW
                ? library.exactP(distance, x.size(), y.size(), false)
                : library.approximateP(distance, x.size(), y.size());
        return new KolmogorovSmirnov(distance, Math.min(1, Math.max(0, p)));
    }

    private static double distance(Sample x, Sample y) {
        long n = x.size();
        long m = y.size();
        long largest = 0;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            double value = Pairs.next(x, i, y, j);
            i = x.countAtMost(value);
            j = y.countAtMost(value);
            largest = Math.max(largest, Math.abs(i * m - j * n));
        }
        return (double) largest / (n * m);
    }
}
