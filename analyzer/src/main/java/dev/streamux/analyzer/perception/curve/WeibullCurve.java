package dev.streamux.analyzer.perception.curve;

/**
 * {@code F(W) = gamma + (1 - gamma) * (1 - exp(-(W / scale)^shape))}.
 *
 * @param shape the slope, > 0
 * @param scaleSeconds the wait at which 63 % of those who can be lost are lost, > 0
 * @param gamma the share that says slow whatever the wait, in [0, 1)
 */
public record WeibullCurve(double shape, double scaleSeconds, double gamma) implements SlowCurve {

    /**
     * The curve through two facts; see {@link Facts}.
     *
     * @param gamma the floor, in [0, {@code facts.streamedShare()})
     */
    public static WeibullCurve through(Facts facts, double gamma) {
        double slow = cloglog((facts.bufferedShare() - gamma) / (1 - gamma));
        double fast = cloglog((facts.streamedShare() - gamma) / (1 - gamma));
        double shape = (slow - fast) / Math.log(facts.bufferedSeconds() / facts.streamedSeconds());
        return new WeibullCurve(shape, facts.bufferedSeconds() * Math.exp(-slow / shape), gamma);
    }

    private static double cloglog(double share) {
        return Math.log(-Math.log1p(-share));
    }

    @Override
    public double share(double seconds) {
        return gamma + (1 - gamma) * -Math.expm1(-Math.pow(Math.max(seconds, 1e-9) / scaleSeconds, shape));
    }

    @Override
    public String form() {
        return "Weibull";
    }
}
