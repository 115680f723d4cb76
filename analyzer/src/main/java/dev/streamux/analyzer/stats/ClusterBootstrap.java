package dev.streamux.analyzer.stats;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.util.random.RandomGenerator;

/**
 * A percentile bootstrap that redraws whole clusters, such as the rounds of a run.
 *
 * <p>Responses of one round share the machine's mood, so an interval that redraws responses is too narrow: the unit
 * that is redrawn must be the unit that is independent.
 */
public final class ClusterBootstrap {
    /** Below this many clusters there are too few different redraws for an interval. */
    public static final int MINIMUM_CLUSTERS = 5;

    /** With fewer redraws beyond a bound, the bound would be the luckiest of a few. */
    private static final int MINIMUM_BEYOND = 5;

    private final int replicates;
    private final RandomGenerator random;

    /**
     * A bootstrap with its own source of chance.
     *
     * @param replicates redraws, ≥ 100; 1,000 for a 95 % interval
     * @param random seeded by the caller
     */
    public ClusterBootstrap(int replicates, RandomGenerator random) {
        if (replicates < 100) {
            throw new IllegalArgumentException("replicates is " + replicates + "; it must be >= 100");
        }
        this.replicates = replicates;
        this.random = random;
    }

    /** The statistic of one redraw. */
    @FunctionalInterface
    public interface Statistic {
        /**
         * The statistic of these clusters.
         *
         * @param drawn indices of clusters, as many as there are, with repeats; valid during the call only
         */
        double of(int[] drawn);
    }

    /**
     * The interval of a statistic of {@code clusters} clusters, or {@link Refused} below {@link #MINIMUM_CLUSTERS} and for a
     * confidence that so few redraws do not carry.
     *
     * @param confidence two-sided, in (0, 1)
     */
    public Bounds interval(int clusters, double confidence, Statistic statistic) {
        if (clusters < MINIMUM_CLUSTERS) {
            return new Refused(clusters + " rounds, an interval over rounds needs " + MINIMUM_CLUSTERS);
        }
        double tail = (1 - confidence) / 2;
        if (tail * replicates < MINIMUM_BEYOND) {
            return new Refused(replicates + " redraws do not carry a confidence of " + confidence);
        }
        int[] drawn = new int[clusters];
        double[] values = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            for (int i = 0; i < clusters; i++) {
                drawn[i] = random.nextInt(clusters);
            }
            values[replicate] = statistic.of(drawn);
        }
        Sample sample = Sample.of(values);
        return new Interval(sample.quantile(tail), sample.quantile(1 - tail), confidence);
    }
}
