package dev.streamux.analyzer.perception.rating;

import java.util.Optional;

/**
 * How people rated answers with one wait.
 *
 * @param waitSeconds the wait, > 0
 * @param ratings how many ratings, ≥ 1
 * @param slow how many of them said slow, from 0 to {@code ratings}
 * @param rater whose ratings these are; empty if each is taken to be by somebody else
 */
public record Rating(double waitSeconds, long ratings, long slow, Optional<String> rater) {
    public Rating {
        if (!(waitSeconds > 0) || !Double.isFinite(waitSeconds)) {
            throw new IllegalArgumentException("the wait is " + waitSeconds + " s; it must be > 0");
        }
        if (ratings < 1 || slow < 0 || slow > ratings) {
            throw new IllegalArgumentException(
                    slow + " of " + ratings + " said slow; it must be from 0 to the number of ratings, which is >= 1");
        }
        if (rater.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the rater is blank; every rating must name its rater, or none");
        }
    }

    /** Ratings that are each by somebody else. */
    public Rating(double waitSeconds, long ratings, long slow) {
        this(waitSeconds, ratings, slow, Optional.empty());
    }
}
