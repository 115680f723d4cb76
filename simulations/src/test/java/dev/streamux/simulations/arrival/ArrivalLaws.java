package dev.streamux.simulations.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Arrival} must keep, whatever it is made of. */
abstract class ArrivalLaws {
    static final long SEED = 20261121;

    /** The arrival under the laws; it should have some thousand starts. */
    abstract Arrival arrival();

    @Test
    void startsIncreaseStrictlyFromZeroOn() {
        long previous = -1;
        for (long start : starts(arrival(), SEED)) {
            assertThat(start).as("seed %d", SEED).isGreaterThan(previous);
            previous = start;
        }
    }

    @Test
    void everyStartLiesWithinTheDuration() {
        long end = arrival().duration().toNanos();
        assertThat(LongStream.of(starts(arrival(), SEED)).max().orElseThrow())
                .as("seed %d", SEED)
                .isLessThan(end);
    }

    @Test
    void oneSeedGivesOneSequence() {
        assertThat(starts(arrival(), SEED)).isEqualTo(starts(arrival(), SEED));
    }

    @Test
    void twoWalksDoNotDisturbEachOther() {
        PrimitiveIterator.OfLong one = arrival().starts(new SplittableRandom(SEED));
        PrimitiveIterator.OfLong other = arrival().starts(new SplittableRandom(SEED));
        for (int i = 0; i < 100; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    static long[] starts(Arrival arrival, long seed) {
        LongStream.Builder all = LongStream.builder();
        arrival.starts(new SplittableRandom(seed)).forEachRemaining((long start) -> all.add(start));
        return all.build().toArray();
    }

    static double[] gaps(long[] starts) {
        double[] gaps = new double[starts.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = starts[i + 1] - starts[i];
        }
        return gaps;
    }

    /** Standard deviation over mean of the gaps. */
    static double coefficientOfVariation(long[] starts) {
        double[] gaps = gaps(starts);
        double mean = mean(gaps);
        double squares = 0;
        for (double gap : gaps) {
            squares += (gap - mean) * (gap - mean);
        }
        return Math.sqrt(squares / (gaps.length - 1)) / mean;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
