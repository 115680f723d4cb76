package dev.streamux.analyzer.stats.sequential;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Where the score stands at a look if nothing was decided before and nothing is the matter.
 *
 * <p>The score grows by a standard normal step from look to look. Its density over the undecided region is kept on an even
 * grid and integrated by Simpson's rule.
 */
final class ScoreDensity {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    // Even, for Simpson's rule. With 20 looks a cell is a fifth of a step wide, which leaves five right digits.
    private static final int CELLS = 240;
    // Below eight deviations lies less than 1e-15 of the probability.
    private static final double DEVIATIONS = 8;
    private static final int MOST_STEPS = 50;
    private static final double PRECISION = 1e-9;

    private final int look;
    private final double low;
    private final double width;
    private final double[] heights;

    private ScoreDensity(int look, double low, double width, double[] heights) {
        this.look = look;
        this.low = low;
        this.width = width;
        this.heights = heights;
    }

    /** Before the first look the score is 0: all probability in one place. */
    static ScoreDensity ofFirstLook() {
        return new ScoreDensity(1, 0, 0, new double[0]);
    }

    /** The score that is exceeded at this look, and not before, with this probability. */
    double scoreExceededWith(double probability) {
        // P(Z > x) <= exp(-x²/2) / 2, so this is too far right. The logarithm is concave: Newton's steps on it then
        // come
        // down to the root and never pass it.
        double score = Math.sqrt(-2 * look * Math.log(2 * probability));
        for (int i = 0; i < MOST_STEPS; i++) {
            double here = score;
            double beyond = integral(start -> NORMAL.cumulativeProbability(start - here));
            double slope = integral(start -> NORMAL.density(here - start));
            double step = Math.log(beyond / probability) * beyond / slope;
            score += step;
            if (Math.abs(step) < PRECISION) {
                break;
            }
        }
        return score;
    }

    /** The density at the next look, if this one stays below {@code score}. */
    ScoreDensity below(double score) {
        double lowest = -DEVIATIONS * Math.sqrt(look);
        double cell = (score - lowest) / CELLS;
        double[] next = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            double here = lowest + i * cell;
            next[i] = integral(start -> NORMAL.density(here - start));
        }
        return new ScoreDensity(look + 1, lowest, cell, next);
    }

    private double integral(DoubleUnaryOperator function) {
        if (heights.length == 0) {
            return function.applyAsDouble(0);
        }
        double sum = 0;
        for (int i = 0; i < heights.length; i++) {
            int weight = i == 0 || i == heights.length - 1 ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * heights[i] * function.applyAsDouble(low + i * width);
        }
        return sum * width / 3;
    }
}
