package dev.streamux.analyzer.perception.rating;

import java.util.List;

/**
 * {@code logit F = intercept + slope * ln W}, and what ratings say of it.
 *
 * @param intercept the log odds of slow at a wait of 1 s
 * @param slope by how much they rise when the wait is multiplied by e
 */
record LogitLine(double intercept, double slope) {
    private static final int MAX_STEPS = 100;

    /** The line of largest likelihood, by Newton's method: the likelihood has a single maximum. */
    static LogitLine mostLikely(List<Rating> ratings) {
        LogitLine line = new LogitLine(0, 0);
        for (int step = 0; step < MAX_STEPS; step++) {
            LogitLine change = line.information(ratings).solve(line.score(ratings));
            double scale = 1;
            double before = line.logLikelihood(ratings);
            while (scale > 1e-9 && !(line.moved(change, scale).logLikelihood(ratings) >= before)) {
                scale /= 2;
            }
            line = line.moved(change, scale);
            if (Math.abs(change.intercept) + Math.abs(change.slope) < 1e-12) {
                break;
            }
        }
        return line;
    }

    private LogitLine moved(LogitLine change, double scale) {
        return new LogitLine(intercept + scale * change.intercept, slope + scale * change.slope);
    }

    private double logit(Rating rating) {
        return intercept + slope * Math.log(rating.waitSeconds());
    }

    private double share(Rating rating) {
        return 1 / (1 + Math.exp(-logit(rating)));
    }

    /** The logarithm of the likelihood of these ratings one by one, in nats. */
    double logLikelihood(List<Rating> ratings) {
        double sum = 0;
        for (Rating rating : ratings) {
            sum -= rating.slow() * Math.log1p(Math.exp(-logit(rating)));
            sum -= (rating.ratings() - rating.slow()) * Math.log1p(Math.exp(logit(rating)));
        }
        return sum;
    }

    /** Which way these ratings pull the line: the gradient of the log-likelihood. */
    LogitLine score(List<Rating> ratings) {
        double first = 0;
        double second = 0;
        for (Rating rating : ratings) {
            double residual = rating.slow() - rating.ratings() * share(rating);
            first += residual;
            second += residual * Math.log(rating.waitSeconds());
        }
        return new LogitLine(first, second);
    }

    /** How sharply these ratings hold the line: minus the second derivative of the log-likelihood. */
    Information information(List<Rating> ratings) {
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (Rating rating : ratings) {
            double x = Math.log(rating.waitSeconds());
            double share = share(rating);
            double weight = rating.ratings() * share * (1 - share);
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        return new Information(h00, h01, h11);
    }

    /**
     * A symmetric matrix of two by two.
     *
     * @param h00 intercept with itself
     * @param h01 intercept with slope
     * @param h11 slope with itself
     */
    record Information(double h00, double h01, double h11) {
        private double determinant() {
            return h00 * h11 - h01 * h01;
        }

        /** The vector that this matrix takes to {@code right}; zero if it takes none there. */
        LogitLine solve(LogitLine right) {
            double determinant = determinant();
            if (!(Math.abs(determinant) > 1e-300)) {
                return new LogitLine(0, 0);
            }
            return new LogitLine(
                    (h11 * right.intercept - h01 * right.slope) / determinant,
                    (h00 * right.slope - h01 * right.intercept) / determinant);
        }

        /** The covariance of intercept and slope if all ratings are independent. */
        Uncertainty inverse() {
            double determinant = determinant();
            return new Uncertainty(h11 / determinant, -h01 / determinant, h00 / determinant);
        }
    }
}
