package dev.streamux.analyzer.perception.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How sure the curve is if raters are independent of one another, but not the ratings of one of them.
 *
 * <p>Who finds one answer slow is more likely to find the next one slow, so twelve ratings by one person say less than
 * twelve by twelve people. The covariance is the cluster-robust one, {@code H^-1 (sum over raters of s s') H^-1} with the
 * information H and the pull s of all ratings of one rater, times {@code g / (g - 1)} for g raters. It is widened so that a
 * normal interval of it is Student's with g - 1 degrees. The curve itself is the same: it is that of all people.
 *
 * @param raters how many there are, at least {@value #FEWEST}
 * @param uncertainty of the curve's two constants
 */
public record ByRater(int raters, Uncertainty uncertainty) {
    /** Fewer raters do not show how much raters differ. */
    public static final int FEWEST = 10;

    /** What is known by rater; empty if the ratings name none. */
    static Optional<ByRater> of(List<Rating> ratings, LogitLine line) {
        Map<String, List<Rating>> raters = new TreeMap<>();
        for (Rating rating : ratings) {
            rating.rater()
                    .ifPresent(name -> raters.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(rating));
        }
        if (raters.isEmpty()) {
            return Optional.empty();
        }
        long named =
                ratings.stream().filter(rating -> rating.rater().isPresent()).count();
        if (named < ratings.size()) {
            throw new IllegalArgumentException(
                    named + " of " + ratings.size() + " ratings name their rater; all must, or none");
        }
        int count = raters.size();
        if (count < FEWEST) {
            throw new IllegalArgumentException("the ratings are by " + count
                    + " raters; how much raters differ shows with " + FEWEST + " or more, so ask more people");
        }
        LogitLine.Information information = line.information(ratings);
        double a = 0;
        double b = 0;
        double ab = 0;
        for (List<Rating> own : raters.values()) {
            LogitLine pull = information.solve(line.score(own));
            a += pull.intercept() * pull.intercept();
            ab += pull.intercept() * pull.slope();
            b += pull.slope() * pull.slope();
        }
        double factor = widening(count) * count / (count - 1);
        return Optional.of(new ByRater(count, new Uncertainty(factor * a, factor * ab, factor * b)));
    }

    /** The square of how much wider Student's 95 % interval is than the normal one. */
    private static double widening(int count) {
        double student = new TDistribution(null, count - 1).inverseCumulativeProbability(0.975);
        double normal = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975);
        return student * student / (normal * normal);
    }
}
