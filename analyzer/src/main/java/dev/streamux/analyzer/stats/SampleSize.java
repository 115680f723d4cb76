package dev.streamux.analyzer.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/** How many values an arm needs before the run is worth its time. Two-sided tests, both arms of one size. */
public final class SampleSize {
    private SampleSize() {}

    /**
     * Values an arm for a Mann–Whitney test (Noether 1987): (z₁₋α/₂ + z_power)² / (6·(P − ½)²). Example: P(y &gt; x) =
     * 0.64 at 5 % and power 80 % needs 67.
     *
     * @param larger P(y &gt; x), in (0, 1), not one half
     * @param error two-sided level, such as 0.05
     * @param power chance to find the difference, such as 0.8
     */
    public static int mannWhitney(double larger, double error, double power) {
        double distance = larger - 0.5;
        if (!(larger > 0 && larger < 1) || distance == 0) {
            throw new IllegalArgumentException("P(y > x) is " + larger + "; it must be in (0, 1) and not one half");
        }
        double z = normal(1 - error / 2) + normal(power);
        return (int) Math.ceil(z * z / (6 * distance * distance));
    }

    /**
     * Answers an arm to tell two shares apart (Fleiss, pooled variance). Example: 0.68 against 0.22 at 5 % and power
     * 80 % needs 18.
     */
    public static int shares(double first, double second, double error, double power) {
        if (first == second) {
            throw new IllegalArgumentException("both shares are " + first + "; they must differ");
        }
        double pooled = (first + second) / 2;
        double spread = normal(1 - error / 2) * Math.sqrt(2 * pooled * (1 - pooled))
                + normal(power) * Math.sqrt(first * (1 - first) + second * (1 - second));
        return (int) Math.ceil(spread * spread / ((first - second) * (first - second)));
    }

    private static double normal(double p) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
    }
}
