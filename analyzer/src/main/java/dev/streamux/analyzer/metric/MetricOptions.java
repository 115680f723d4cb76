package dev.streamux.analyzer.metric;

import dev.streamux.analyzer.perception.Raters;
import dev.streamux.analyzer.reading.ReadingSpeed;

/**
 * The constants of the metrics; each is printed with the numbers.
 *
 * @param readingSpeed characters a second that the reader reads, > 0
 * @param targetNanos the wait for the first text that costs nothing (D), ≥ 0
 * @param stallNanos a gap longer than this is a stall; a gap equal to it is not
 * @param fluidityFirstNanos the deadline of the first virtual token, > 0
 * @param fluidityNextNanos the deadline of each further one, > 0
 * @param fluidityCharacters characters of a virtual token, ≥ 1
 * @param burstNanos the window of {@code largest-burst-share}; two arrivals exactly this far apart share a window
 * @param goodWaitNanos a response counts as good if its reader wait is at most this
 * @param raters who read with other speeds, and the share of them that rates a wait as slow
 */
public record MetricOptions(
        ReadingSpeed readingSpeed,
        long targetNanos,
        long stallNanos,
        long fluidityFirstNanos,
        long fluidityNextNanos,
        int fluidityCharacters,
        long burstNanos,
        long goodWaitNanos,
        Raters raters) {

    private static final long MILLISECOND = 1_000_000L;

    /**
     * 238 words a minute, D = 1 s, stalls above 500 ms, fluidity 100/50 ms on 4 characters, bursts of 100 ms, good
     * below a wait of 1 s, 20 raters on the curve of the given facts.
     */
    public static final MetricOptions DEFAULTS = new MetricOptions(
            ReadingSpeed.SILENT_ENGLISH,
            1000 * MILLISECOND,
            500 * MILLISECOND,
            100 * MILLISECOND,
            50 * MILLISECOND,
            4,
            100 * MILLISECOND,
            1000 * MILLISECOND,
            Raters.DEFAULT);

    public MetricOptions {
        requireAtLeast("target", targetNanos, 0);
        requireAtLeast("stall threshold", stallNanos, 0);
        requireAtLeast("first fluidity deadline", fluidityFirstNanos, 1);
        requireAtLeast("next fluidity deadline", fluidityNextNanos, 1);
        requireAtLeast("characters of a virtual token", fluidityCharacters, 1);
        requireAtLeast("burst window", burstNanos, 0);
        requireAtLeast("good wait", goodWaitNanos, 0);
    }

    private static void requireAtLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be >= " + minimum);
        }
    }

    /** The same options with this reader. */
    public MetricOptions withReadingSpeed(ReadingSpeed speed) {
        return new MetricOptions(
                speed,
                targetNanos,
                stallNanos,
                fluidityFirstNanos,
                fluidityNextNanos,
                fluidityCharacters,
                burstNanos,
                goodWaitNanos,
                raters);
    }

    /** The same options with this target for the first text. */
    public MetricOptions withTargetNanos(long nanos) {
        return new MetricOptions(
                readingSpeed,
                nanos,
                stallNanos,
                fluidityFirstNanos,
                fluidityNextNanos,
                fluidityCharacters,
                burstNanos,
                goodWaitNanos,
                raters);
    }

    /** The same options with this stall threshold. */
    public MetricOptions withStallNanos(long nanos) {
        return new MetricOptions(
                readingSpeed,
                targetNanos,
                nanos,
                fluidityFirstNanos,
                fluidityNextNanos,
                fluidityCharacters,
                burstNanos,
                goodWaitNanos,
                raters);
    }

    /** The same options with these fluidity deadlines. */
    public MetricOptions withFluidity(long firstNanos, long nextNanos) {
        return new MetricOptions(
                readingSpeed,
                targetNanos,
                stallNanos,
                firstNanos,
                nextNanos,
                fluidityCharacters,
                burstNanos,
                goodWaitNanos,
                raters);
    }

    /** The same options with this limit for a good response. */
    public MetricOptions withGoodWaitNanos(long nanos) {
        return new MetricOptions(
                readingSpeed,
                targetNanos,
                stallNanos,
                fluidityFirstNanos,
                fluidityNextNanos,
                fluidityCharacters,
                burstNanos,
                nanos,
                raters);
    }

    /** The same options with these raters. */
    public MetricOptions withRaters(Raters others) {
        return new MetricOptions(
                readingSpeed,
                targetNanos,
                stallNanos,
                fluidityFirstNanos,
                fluidityNextNanos,
                fluidityCharacters,
                burstNanos,
                goodWaitNanos,
                others);
    }
}
