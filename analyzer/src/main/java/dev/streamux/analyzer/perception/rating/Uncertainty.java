package dev.streamux.analyzer.perception.rating;

import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.stats.Bounds.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How sure the two constants of {@code logit F = a + beta * ln W} are: their covariance.
 *
 * @param interceptVariance of {@code a}, ≥ 0
 * @param covariance of both
 * @param slopeVariance of {@code beta}, ≥ 0
 */
public record Uncertainty(double interceptVariance, double covariance, double slopeVariance) {
    private static final double CONFIDENCE = 0.95;

    private static final double Z =
            new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);

    public Uncertainty {
        if (!(interceptVariance >= 0 && slopeVariance >= 0)
                || !(covariance * covariance <= interceptVariance * slopeVariance * (1 + 1e-9))) {
            throw new IllegalArgumentException("variances are " + interceptVariance + " and " + slopeVariance
                    + ", covariance is " + covariance + "; that is no covariance matrix");
        }
    }

    /** The 95 % interval of the slope around {@code curve.beta()}. */
    public Interval ofBeta(LogLogistic curve) {
        double half = Z * Math.sqrt(slopeVariance);
        return new Interval(curve.beta() - half, curve.beta() + half, CONFIDENCE);
    }

    /**
     * The 95 % interval of T50 around {@code curve.t50Seconds()}, in seconds, to first order on the logarithm:
     * {@code ln T50 = -a / beta}.
     */
    public Interval ofT50(LogLogistic curve) {
        double log = Math.log(curve.t50Seconds());
        double variance = interceptVariance + 2 * log * covariance + log * log * slopeVariance;
        double half = Z * Math.sqrt(Math.max(0, variance)) / curve.beta();
        return new Interval(Math.exp(log - half), Math.exp(log + half), CONFIDENCE);
    }
}
