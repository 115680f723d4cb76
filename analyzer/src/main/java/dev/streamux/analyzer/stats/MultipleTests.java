package dev.streamux.analyzer.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections for looking at many tests at once. Adjusted p-values are in the order of the input. */
public final class MultipleTests {
    private MultipleTests() {}

    /**
     * Holm's step-down: the chance of even one false alarm stays below the level. Example: 0.004, 0.03, 0.02, 0.2 →
     * 0.016, 0.06, 0.06, 0.2.
     */
    public static double[] holm(double... p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int step = 0; step < p.length; step++) {
            largest = Math.max(largest, Math.min(1, (p.length - step) * p[order[step]]));
            adjusted[order[step]] = largest;
        }
        return adjusted;
    }

    /**
     * Benjamini and Hochberg's step-up: the share of false alarms among the alarms stays below the level. Example:
     * 0.004, 0.03, 0.02, 0.2 → 0.016, 0.04, 0.04, 0.2.
     */
    public static double[] benjaminiHochberg(double... p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int step = p.length - 1; step >= 0; step--) {
            smallest = Math.min(smallest, p.length * p[order[step]] / (step + 1));
            adjusted[order[step]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p is " + value + "; it must be in [0, 1]");
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
