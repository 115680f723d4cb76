package dev.streamux.analyzer.reading;

import dev.streamux.analyzer.curve.TextCurve;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Readers of equal probability, from slow to fast.
 *
 * <p>Speeds are log-normal. With a mean of 238 words a minute and 175 to 300 read as the central 80 % (Brysbaert 2019
 * gives the mean and "most adults"; the 80 % is our assumption) the spread is
 * {@code ln(300/175) / (2 * 1.281552) = 0.210291} and the quantiles 5, 10, 50, 90 and 95 % are 164.7, 177.8, 232.8,
 * 304.8 and 329.0. The readers stand at the middles of equal shares, so no random number is drawn.
 *
 * @param meanWordsPerMinute the mean speed, > 0
 * @param spread standard deviation of the logarithm, ≥ 0
 * @param readers how many readers, ≥ 1
 */
public record ReaderPopulation(double meanWordsPerMinute, double spread, int readers) {
    /** 20 readers around 238 words a minute. */
    public static final ReaderPopulation DEFAULT =
            new ReaderPopulation(238, Math.log(300.0 / 175) / (2 * 1.2815515655446004), 20);

    public ReaderPopulation {
        if (!(meanWordsPerMinute > 0) || !(spread >= 0) || readers < 1) {
            throw new IllegalArgumentException("a population of " + readers + " readers with mean " + meanWordsPerMinute
                    + " and spread " + spread + "; mean must be > 0, spread >= 0, readers >= 1");
        }
    }

    /** The speed in words a minute that the share {@code q} of readers does not exceed; q in (0, 1). */
    public double quantile(double q) {
        double logMedian = Math.log(meanWordsPerMinute) - spread * spread / 2;
        return spread == 0
                ? meanWordsPerMinute
                : Math.exp(new NormalDistribution(null, logMedian, spread).inverseCumulativeProbability(q));
    }

    /** The speeds, from slow to fast. */
    public List<ReadingSpeed> speeds() {
        return IntStream.range(0, readers)
                .mapToObj(i -> ReadingSpeed.ofWordsPerMinute(quantile((i + 0.5) / readers)))
                .toList();
    }

    /** The reader wait of each of {@code speeds}, in their order; nanoseconds. The curve must not be empty. */
    public static long[] waitsNanos(TextCurve curve, List<ReadingSpeed> speeds) {
        long[] waits = new long[speeds.size()];
        for (int i = waits.length - 1; i >= 0; i--) {
            waits[i] = waitNanos(curve, speeds.get(i));
            if (waits[i] == curve.firstNanos()) {
                // Whoever reads more slowly waits no longer, and nobody waits less than for the first text.
                java.util.Arrays.fill(waits, 0, i, waits[i]);
                break;
            }
        }
        return waits;
    }

    private static long waitNanos(TextCurve curve, ReadingSpeed speed) {
        double quickest = speed.nanosPerCharacterAtLeast();
        long wait = curve.firstNanos();
        for (int i = 1; i < curve.size(); i++) {
            long before = curve.before(i);
            if (before * quickest - 1 < curve.timeNanos(i) - wait) {
                wait = Math.max(wait, curve.timeNanos(i) - speed.nanosToRead(before));
            }
        }
        return wait;
    }
}
