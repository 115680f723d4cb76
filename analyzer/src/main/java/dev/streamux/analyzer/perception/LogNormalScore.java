package dev.streamux.analyzer.perception;

import org.apache.commons.math3.special.Erf;

/**
 * A value that is better when small, as a score from 0 to 1 by the log-normal curve of Lighthouse.
 *
 * <p>{@code score = (1 - erf(ln(v / median) * K / ln(median / p10))) / 2} with {@code K = erfcInv(1/5)}. At {@code p10}
 * it is 0.9, at {@code median} 0.5, and rounding never moves a score over these two. With p10 = 2500 and median = 4000 a
 * value of 6000 scores 0.134455.
 *
 * @param p10 the value that scores 0.9, > 0
 * @param median the value that scores 0.5, > {@code p10}
 */
public record LogNormalScore(double p10, double median) {
    private static final double K = Erf.erfcInv(0.2);
    private static final double BELOW_GOOD = Math.nextDown(0.9);
    private static final double BELOW_MIDDLE = Math.nextDown(0.5);

    public LogNormalScore {
        if (!(p10 > 0 && median > p10)) {
            throw new IllegalArgumentException(
                    "control points are " + p10 + " and " + median + "; they must be > 0 and rise");
        }
    }

    /** The score of a value; 1 for what is not above 0. */
    public double of(double value) {
        if (value <= 0) {
            return 1;
        }
        double score = (1 - Erf.erf(Math.log(value / median) * K / Math.log(median / p10))) / 2;
        if (value <= p10) {
            return Math.max(0.9, Math.min(1, score));
        }
        return value <= median
                ? Math.max(0.5, Math.min(BELOW_GOOD, score))
                : Math.max(0, Math.min(BELOW_MIDDLE, score));
    }
}
