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
 * @param uncertainty of its two constants
 * @param negativeLogLikelihood of the ratings one by one, in nats
 * @param ratings how many ratings there were
 * @param lowestWaitSeconds the lowest wait that was rated
 * @param highestWaitSeconds the highest wait that was rated
 * @param fit how well the curve fits; empty with fewer than three groups of waits, where nothing is left to test
 */
public record Recalibration(
        LogLogistic curve,
        Uncertainty uncertainty,
        double negativeLogLikelihood,
        long ratings,
        double lowestWaitSeconds,
        double highestWaitSeconds,
        Optional<GoodnessOfFit> fit) {
    private static final int MAX_STEPS = 100;
    private static final int MAX_BINS = 10;

    /**
     * Fits by Newton's method on {@code logit F = a + beta * ln W}, whose likelihood has a single maximum.
     *
     * @throws IllegalArgumentException if the ratings hold fewer than two waits, no difference of opinion, or no rise
     */
    public static Recalibration fit(List<Rating> ratings) {
        long distinct =
                ratings.stream().mapToDouble(Rating::waitSeconds).distinct().count();
        if (distinct < 2) {
            throw new IllegalArgumentException("the ratings have " + distinct + " different waits; two are needed");
        }
        double[] line = maximum(ratings);
        double beta = line[1];
        if (!(beta > 1e-6) || beta > 1e3 || !Double.isFinite(line[0])) {
            throw new IllegalArgumentException("the share of slow ratings does not rise smoothly with the wait (slope "
                    + beta + "); ratings of both kinds at several waits are needed");
        }
        LogLogistic curve = new LogLogistic(Math.exp(-line[0] / beta), beta, 0);
        DoubleSummaryStatistics waits =
                ratings.stream().mapToDouble(Rating::waitSeconds).summaryStatistics();
        return new Recalibration(
                curve,
                uncertainty(ratings, line),
                -logLikelihood(ratings, line),
                ratings.stream().mapToLong(Rating::ratings).sum(),
                waits.getMin(),
                waits.getMax(),
                test(bins(ratings, curve)));
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

    /** The inverse of the information at the maximum. */
    private static Uncertainty uncertainty(List<Rating> ratings, double[] line) {
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (Rating rating : ratings) {
            double x = Math.log(rating.waitSeconds());
            double p = 1 / (1 + Math.exp(-line[0] - line[1] * x));
            double weight = rating.ratings() * p * (1 - p);
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        double determinant = h00 * h11 - h01 * h01;
        return new Uncertainty(h11 / determinant, -h01 / determinant, h00 / determinant);
    }

    private static double[] maximum(List<Rating> ratings) {
        double[] line = {0, 0};
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] change = newtonStep(ratings, line);
            double scale = 1;
            double before = logLikelihood(ratings, line);
            while (scale > 1e-9 && !(logLikelihood(ratings, moved(line, change, scale)) >= before)) {
                scale /= 2;
            }
            line = moved(line, change, scale);
            if (Math.abs(change[0]) + Math.abs(change[1]) < 1e-12) {
                break;
            }
        }
        return line;
    }

    private static double[] moved(double[] line, double[] change, double scale) {
        return new double[] {line[0] + scale * change[0], line[1] + scale * change[1]};
    }

    private static double[] newtonStep(List<Rating> ratings, double[] line) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (Rating rating : ratings) {
            double x = Math.log(rating.waitSeconds());
            double p = 1 / (1 + Math.exp(-line[0] - line[1] * x));
            double residual = rating.slow() - rating.ratings() * p;
            double weight = rating.ratings() * p * (1 - p);
            g0 += residual;
            g1 += residual * x;
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        double determinant = h00 * h11 - h01 * h01;
        if (!(Math.abs(determinant) > 1e-300)) {
            return new double[] {0, 0};
        }
        return new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant};
    }

    private static double logLikelihood(List<Rating> ratings, double[] line) {
        double sum = 0;
        for (Rating rating : ratings) {
            double logit = line[0] + line[1] * Math.log(rating.waitSeconds());
            sum -= rating.slow() * Math.log1p(Math.exp(-logit));
            sum -= (rating.ratings() - rating.slow()) * Math.log1p(Math.exp(logit));
        }
        return sum;
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
