package dev.streamux.analyzer.perception.curve;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * {@code F(W) = gamma + (1 - gamma) * Phi((ln W - mu) / sigma)}: the probit form.
 *
 * @param mu the mean of the logarithm of accepted waits in seconds
 * @param sigma their standard deviation, > 0
 * @param gamma the share that says slow whatever the wait, in [0, 1)
 */
public record LogNormalCurve(double mu, double sigma, double gamma) implements SlowCurve {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /**
     * The curve through two facts; see {@link Facts}.
     *
     * @param gamma the floor, in [0, {@code facts.streamedShare()})
     */
    public static LogNormalCurve through(Facts facts, double gamma) {
        double slow = STANDARD.inverseCumulativeProbability((facts.bufferedShare() - gamma) / (1 - gamma));
        double fast = STANDARD.inverseCumulativeProbability((facts.streamedShare() - gamma) / (1 - gamma));
        double sigma = Math.log(facts.bufferedSeconds() / facts.streamedSeconds()) / (slow - fast);
        return new LogNormalCurve(Math.log(facts.bufferedSeconds()) - sigma * slow, sigma, gamma);
    }

    @Override
    public double share(double seconds) {
        double z = (Math.log(Math.max(seconds, 1e-9)) - mu) / sigma;
        return gamma + (1 - gamma) * STANDARD.cumulativeProbability(z);
    }

    @Override
    public String form() {
        return "probit";
    }
}
