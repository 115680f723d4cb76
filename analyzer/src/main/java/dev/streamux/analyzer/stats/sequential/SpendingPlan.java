package dev.streamux.analyzer.stats.sequential;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How strict each of several looks at growing data must be, so that all of them together err as often as one would.
 *
 * <p>A group-sequential design: after each of {@code looks} groups of about one size the data so far are judged, and the
 * first decision ends the experiment. The error is spent by the function of Lan and DeMets (1983) that is like O'Brien and
 * Fleming's boundary: α*(t) = 2 − 2Φ(z₁₋α/₂ / √t) at the share t of the data. Early looks are very strict, and the last is
 * nearly as mild as a single one. The boundaries follow from the spent error by the recursion of Armitage, McPherson and
 * Rowe (1969).
 *
 * <p>It holds for a statistic that gathers independent information in equal steps, as rank tests, means and counts below
 * a limit do in the limit of large groups. Example: five looks at a one-sided error of 0.025 have the boundaries 4.877,
 * 3.357, 2.680, 2.290 and 2.031.
 */
public final class SpendingPlan {
    /** More looks than this would be another design. */
    public static final int MOST_LOOKS = 20;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final List<Double> boundaries;

    private SpendingPlan(List<Double> boundaries) {
        this.boundaries = List.copyOf(boundaries);
    }

    /**
     * The plan for so many looks.
     *
     * @param looks 1 to {@value #MOST_LOOKS}
     * @param error one-sided, of all looks together, in (0, 0.5)
     */
    public static SpendingPlan of(int looks, double error) {
        if (looks < 1 || looks > MOST_LOOKS) {
            throw new IllegalArgumentException("looks is " + looks + "; it must be 1 to " + MOST_LOOKS);
        }
        if (!(error > 0 && error < 0.5)) {
            throw new IllegalArgumentException("error is " + error + "; it must be in (0, 0.5)");
        }
        List<Double> boundaries = new ArrayList<>();
        ScoreDensity density = ScoreDensity.ofFirstLook();
        double before = 0;
        for (int look = 1; look <= looks; look++) {
            double spent = spent((double) look / looks, error);
            double score = density.scoreExceededWith(spent - before);
            boundaries.add(score / Math.sqrt(look));
            density = density.below(score);
            before = spent;
        }
        return new SpendingPlan(boundaries);
    }

    /** The error that may be spent up to the share {@code t} of the data, in (0, error]. */
    private static double spent(double t, double error) {
        double z = NORMAL.inverseCumulativeProbability(1 - error / 2);
        return 2 * NORMAL.cumulativeProbability(-z / Math.sqrt(t));
    }

    /** The standard normal value that the statistic of this look must exceed; looks count from 1. */
    public double boundaryOf(int look) {
        return boundaries.get(look - 1);
    }

    /** The one-sided level of this look: the p-value below which it decides; looks count from 1. */
    public double levelOf(int look) {
        return NORMAL.cumulativeProbability(-boundaryOf(look));
    }
}
