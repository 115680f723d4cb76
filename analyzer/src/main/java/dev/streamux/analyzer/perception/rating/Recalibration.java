package dev.streamux.analyzer.perception.rating;

import dev.streamux.analyzer.perception.curve.LogLogistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The log-logistic curve of largest likelihood for real ratings, and how well it fits.
 *
 * @param curve the curve, without a floor
 * @param independent how sure its two constants are if all ratings are independent
 * @param byRater how sure they are if only raters are; empty if the ratings name none
 * @param negativeLogLikelihood of the ratings one by one, in nats
 * @param ratings how many ratings there were
 * @param lowestWaitSeconds the lowest wait that was rated
 * @param highestWaitSeconds the highest wait that was rated
 * @param fit how well the curve fits; empty with fewer than three groups of waits, where nothing is left to test
 */
public record Recalibration(
        LogLogistic curve,
        Uncertainty independent,
        Optional<ByRater> byRater,
        double negativeLogLikelihood,
        long ratings,
        double lowestWaitSeconds,
        double highestWaitSeconds,
        Optional<GoodnessOfFit> fit) {
    private static final int MAX_BINS = 10;

    /**
     * The most likely curve.
     *
     * @throws IllegalArgumentException if the ratings hold fewer than two waits, no difference of opinion, no rise, or raters
     *     that are too few or not named in every rating
     */
    public static Recalibration fit(List<Rating> ratings) {
        long distinct =
                ratings.stream().mapToDouble(Rating::waitSeconds).distinct().count();
        if (distinct < 2) {
            throw new IllegalArgumentException("the ratings have " + distinct + " different waits; two are needed");
        }
        LogitLine line = LogitLine.mostLikely(ratings);
        double beta = line.slope();
        if (!(beta > 1e-6) || beta > 1e3 || !Double.isFinite(line.intercept())) {
            throw new IllegalArgumentException("the share of slow ratings does not rise smoothly with the wait (slope "
                    + beta + "); ratings of both kinds at several waits are needed");
        }
        LogLogistic curve = new LogLogistic(Math.exp(-line.intercept() / beta), beta, 0);
        DoubleSummaryStatistics waits =
                ratings.stream().mapToDouble(Rating::waitSeconds).summaryStatistics();
        return new Recalibration(
                curve,
                line.information(ratings).inverse(),
                ByRater.of(ratings, line),
                -line.logLikelihood(ratings),
                ratings.stream().mapToLong(Rating::ratings).sum(),
                waits.getMin(),
                waits.getMax(),
                test(bins(ratings, curve)));
    }

    /** How sure the two constants are: by rater if raters are named. */
    public Uncertainty uncertainty() {
        return byRater.map(ByRater::uncertainty).orElse(independent);
    }

    private static Optional<GoodnessOfFit> test(List<double[]> bins) {
        int degrees = bins.size() - 2;
        if (degrees < 1) {
            return Optional.empty();
        }
        double g = g(bins);
        double p = 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(g);
        return Optional.of(new GoodnessOfFit(bins.size(), g, p));
    }

    /** Groups of neighbouring waits of about equal size: ratings, slow ratings, expected slow ratings. */
    private static List<double[]> bins(List<Rating> ratings, LogLogistic curve) {
        List<Rating> sorted = ratings.stream()
                .sorted(Comparator.comparingDouble(Rating::waitSeconds))
                .toList();
        double total = ratings.stream().mapToLong(Rating::ratings).sum();
        List<double[]> bins = new ArrayList<>();
        double[] bin = new double[3];
        double wait = -1;
        for (Rating rating : sorted) {
            boolean full = bin[0] >= total / MAX_BINS;
            if (full && rating.waitSeconds() != wait) {
                bins.add(bin);
                bin = new double[3];
            }
            wait = rating.waitSeconds();
            bin[0] += rating.ratings();
            bin[1] += rating.slow();
            bin[2] += rating.ratings() * curve.share(wait);
        }
        bins.add(bin);
        return bins;
    }

    private static double g(List<double[]> bins) {
        double sum = 0;
        for (double[] bin : bins) {
            sum += term(bin[1], bin[2]) + term(bin[0] - bin[1], bin[0] - bin[2]);
        }
        return 2 * sum;
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
