package dev.streamux.analyzer.perception.curve;

/**
 * {@code F(W) = gamma + (1 - gamma) / (1 + (T50 / W)^beta)}.
 *
 * @param t50Seconds the wait at which half of those who can be lost are lost, > 0
 * @param beta the slope, > 0
 * @param gamma the share that says slow whatever the wait, in [0, 1)
 */
public record LogLogistic(double t50Seconds, double beta, double gamma) implements SlowCurve {
    public LogLogistic {
        if (!(t50Seconds > 0) || !(beta > 0) || !(gamma >= 0 && gamma < 1)) {
            throw new IllegalArgumentException("T50 = " + t50Seconds + ", beta = " + beta + ", gamma = " + gamma
                    + "; T50 and beta must be > 0, gamma in [0, 1)");
        }
    }

    /**
     * The curve through two facts; see {@link Facts}.
     *
     * @param gamma the floor, in [0, {@code facts.streamedShare()})
     */
    public static LogLogistic through(Facts facts, double gamma) {
        double slow = logit(within(facts.bufferedShare(), gamma));
        double fast = logit(within(facts.streamedShare(), gamma));
        double beta = (slow - fast) / Math.log(facts.bufferedSeconds() / facts.streamedSeconds());
        return new LogLogistic(facts.bufferedSeconds() * Math.exp(-slow / beta), beta, gamma);
    }

    private static double within(double share, double gamma) {
        return (share - gamma) / (1 - gamma);
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    @Override
    public double share(double seconds) {
        return gamma + (1 - gamma) / (1 + Math.exp(beta * Math.log(t50Seconds / Math.max(seconds, 1e-9))));
    }

    @Override
    public String form() {
        return "log-logistic";
    }
}
