package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.stats.sequential.SpendingPlan;

/**
 * Which of the planned looks at a growing run this is.
 *
 * @param number from 1
 * @param most the planned number of looks, 1 to {@value SpendingPlan#MOST_LOOKS}; it must not change after the first
 */
public record Look(int number, int most) {
    // Beyond it doubles cannot tell a confidence from certainty; the error of a plan is a billion times larger.
    private static final double SUREST = 1 - 1e-12;

    public Look {
        if (most < 1 || most > SpendingPlan.MOST_LOOKS || number < 1 || number > most) {
            throw new IllegalArgumentException("look is " + number + " of " + most + "; it must be 1 to "
                    + SpendingPlan.MOST_LOOKS + " looks and one of them");
        }
    }

    /**
     * The confidence that each bound needs at this look, so that all looks together have the overall one.
     *
     * @param overall one-sided, in (0.5, 1). Example: the second of five looks at 0.95 needs 0.9981
     */
    public double confidence(double overall) {
        return Math.min(SUREST, 1 - SpendingPlan.of(most, 1 - overall).levelOf(number));
    }
}
