package dev.streamux.simulations.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimingRulesTest {
    private static final long MS = 1_000_000;

    /** 100 events of 300 B, {@code perBurst} at a time, a burst every {@code everyMillis}. */
    private static StreamObservation answer(int perBurst, int everyMillis, boolean compressed, boolean lengthStated) {
        Chunks.Builder chunks = Chunks.builder();
        for (int i = 0; i < 100; i++) {
            chunks.add((100L + (long) (i / perBurst) * everyMillis) * MS, 5, 300);
        }
        Chunks arrived = chunks.build();
        return new StreamObservation(
                compressed,
                compressed,
                lengthStated,
                0,
                OptionalLong.of(MS),
                arrived,
                arrived.timeNanos(99) + MS,
                Outcome.COMPLETE,
                StreamObservation.OriginView.UNKNOWN);
    }

    private static Finding judged(StreamObservation... answers) {
        return TimingRules.judge(List.of(answers));
    }

    @Test
    void eventsOneByOneAreStreamed() {
        assertThat(judged(answer(1, 17, false, false), answer(1, 53, false, false))
                        .kind())
                .isEqualTo(Kind.STREAMED);
    }

    @Test
    void aFastModelThatSendsSeveralTokensAtOnceIsNotAccused() {
        // Bursts of 4 every 40 ms: below the 100 ms that people notice.
        assertThat(judged(answer(4, 40, false, false)).kind()).isEqualTo(Kind.STREAMED);
    }

    @Test
    void everythingAtOnceIsAFullBuffer() {
        assertThat(judged(answer(100, 0, false, false)).kind()).isEqualTo(Kind.FULL_BUFFER);
        assertThat(judged(answer(100, 0, false, true)).kind()).isEqualTo(Kind.STORED_AND_REFRAMED);
        assertThat(judged(answer(100, 0, true, false)).kind()).isEqualTo(Kind.COMPRESSOR);
    }

    @Test
    void equalBytesAtDifferentIntervalsAreASizeBuffer() {
        // 14 events of 300 B = 4200 B, within 12 % of 4096
        Finding finding = judged(answer(14, 240, false, false), answer(14, 740, false, false));
        assertThat(finding.title()).isEqualTo("size buffer of 4096 B");
    }

    @Test
    void equalIntervalsWithDifferentBytesAreATimer() {
        Finding finding = judged(answer(20, 500, false, false), answer(8, 500, false, false));
        assertThat(finding.title()).isEqualTo("periodic flush (500 ms)");
    }

    @Test
    void twoHundredMillisecondsAndTheNextEventAreTheCork() {
        assertThat(judged(answer(12, 215, false, false)).kind()).isEqualTo(Kind.CORK);
    }

    @Test
    void tooFewEventsGetNoVerdict() {
        StreamObservation few = new StreamObservation(
                false,
                false,
                false,
                0,
                OptionalLong.empty(),
                Chunks.builder().add(MS, 1, 100).build(),
                MS,
                Outcome.COMPLETE,
                StreamObservation.OriginView.UNKNOWN);
        assertThat(judged(few).kind()).isEqualTo(Kind.NO_ANSWER);
    }
}
