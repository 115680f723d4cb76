package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.ReadingSpeed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one pass over steps against a slow and obvious reader, who takes one character after the other. */
class ReaderOracleTest {
    private static final long SEED = 20_261_122;
    /** 20 characters a second, in whole nanoseconds. */
    private static final long PACE = 50_000_000;

    private static final long TARGET = 1_000_000_000;

    @ParameterizedTest
    @EnumSource(ReferenceTraces.class)
    void theReferenceTracesReadCharacterByCharacter(ReferenceTraces reference) {
        assertReadAlike(TextCurve.ofArrivals(reference.trace()), reference.name());
    }

    @Test
    void randomTracesReadCharacterByCharacter() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int round = 0; round < 2_000; round++) {
            assertReadAlike(TextCurve.ofArrivals(RandomTraces.trace(random)), "seed " + SEED + ", round " + round);
        }
    }

    private static void assertReadAlike(TextCurve curve, String where) {
        long taken = curve.tau(1);
        long takenFromTarget = Math.max(taken, TARGET);
        long idle = 0;
        long delay = 0;
        long index = 0;
        for (int x = 1; x <= curve.characters(); x++) {
            long visible = curve.tau(x);
            if (x > 1) {
                idle += Math.max(0, visible - (taken + PACE));
                taken = Math.max(visible, taken + PACE);
                takenFromTarget = Math.max(visible, takenFromTarget + PACE);
            }
            delay += takenFromTarget - (TARGET + (x - 1) * PACE);
            index += visible;
        }
        long characters = curve.characters();
        long finished = takenFromTarget + PACE;
        Reading reading = Reading.of(curve, ReadingSpeed.ofCharactersPerSecond(20), TARGET);
        assertThat(reading.waitNanos()).as(where).isEqualTo(taken - (characters - 1) * PACE);
        assertThat(reading.idleNanos()).as(where).isEqualTo(idle);
        assertThat(reading.finishedNanos()).as(where).isEqualTo(finished);
        assertThat(reading.delayCharacterNanos()).as(where).isEqualTo(delay);
        assertThat(reading.timeCharacterNanos()).as(where).isEqualTo(index);
        // The area under min((t - D) / pace, N) from D to the end: a rectangle less a triangle.
        double whole = characters * (double) (finished - TARGET) - characters * (double) characters * PACE / 2;
        assertThat(reading.andesQoe()).as(where).isCloseTo(1 - delay / whole, within(1e-12));
    }
}
