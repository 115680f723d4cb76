package dev.streamux.simulations.scenario;

/**
 * What would be good enough, such as {@code time-to-first-visible-text p95 < 1s} or {@code failed-share < 1%}. The limit
 * itself is broken by {@code <} and kept by {@code <=}.
 *
 * @param text as it was written
 * @param metric what is bounded
 * @param quantile in [0, 1]: 0.95 for {@code p95}, 1 for {@code max}; 1 for a share, where it means nothing
 * @param limit milliseconds, or percent for a share
 * @param inclusive whether the limit itself is good
 */
public record Budget(String text, BudgetMetric metric, double quantile, double limit, boolean inclusive) {
    public Budget {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile is " + quantile + "; it must be in [0, 1]");
        }
    }

    /** Whether a value in the unit of the limit keeps the budget. */
    public boolean keptBy(double value) {
        return inclusive ? value <= limit : value < limit;
    }
}
