package dev.streamux.analyzer.perception.rating;

/**
 * How sure the two constants of {@code logit F = a + beta * ln W} are: their covariance.
 *
 * @param interceptVariance of {@code a}, ≥ 0
 * @param covariance of both
 * @param slopeVariance of {@code beta}, ≥ 0
 */
public record Uncertainty(double interceptVariance, double covariance, double slopeVariance) {
    public Uncertainty {
        if (!(interceptVariance >= 0 && slopeVariance >= 0)
                || !(covariance * covariance <= interceptVariance * slopeVariance * (1 + 1e-9))) {
            throw new IllegalArgumentException("variances are " + interceptVariance + " and " + slopeVariance
                    + ", covariance is " + covariance + "; that is no covariance matrix");
        }
    }
}
