package dev.streamux.analyzer.perception.rating;

/**
 * How people rated answers with one wait.
 *
 * @param waitSeconds the wait, > 0
 * @param ratings how many people rated, ≥ 1
 * @param slow how many of them said slow, from 0 to {@code ratings}
 */
public record Rating(double waitSeconds, long ratings, long slow) {
    public Rating {
        if (!(waitSeconds > 0) || !Double.isFinite(waitSeconds)) {
            throw new IllegalArgumentException("the wait is " + waitSeconds + " s; it must be > 0");
        }
        if (ratings < 1 || slow < 0 || slow > ratings) {
            throw new IllegalArgumentException(
                    slow + " of " + ratings + " said slow; it must be from 0 to the number of ratings, which is >= 1");
        }
    }
}
