package dev.streamux.mockllm.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private final Batch batch = new Batch(() -> now);
    private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparingLong(End::nanos));
    private final List<Long> waits = new ArrayList<>();

    private record End(long nanos, Seat seat) {}

    /** Answers of 100 ms, at most two at a time, that arrive so far apart; the wait of each in ms, as they start. */
    private List<Long> waitsOf(int answers, long apartMillis) {
        for (int i = 0; i < answers; i++) {
            long arrival = i * apartMillis * MILLI;
            endUntil(arrival);
            now = arrival;
            Seat[] own = new Seat[1];
            own[0] = batch.seat(arrival, 2, place -> runs(own[0], place));
            own[0].take().ifPresent(place -> runs(own[0], place));
        }
        endUntil(Long.MAX_VALUE);
        return waits;
    }

    private void runs(Seat seat, Place place) {
        waits.add(place.queuedNanos() / MILLI);
        ends.add(new End(now + 100 * MILLI, seat));
    }

    private void endUntil(long nanos) {
        while (!ends.isEmpty() && ends.element().nanos() <= nanos) {
            End end = ends.remove();
            now = end.nanos();
            end.seat().leave();
        }
    }

    @Test
    void belowTheKneeNobodyWaits() {
        // Two at a time of 100 ms each are one every 50 ms.
        assertThat(waitsOf(100, 50)).hasSize(100).containsOnly(0L);
    }

    @Test
    void beyondTheKneeEachPairWaitsLongerThanTheOneBefore() {
        // One every 40 ms. Pair m starts at 100 m and 100 m + 40, and came at 80 m and 80 m + 40: it waited 20 m.
        assertThat(waitsOf(10, 40)).containsExactly(0L, 0L, 20L, 20L, 40L, 40L, 60L, 60L, 80L, 80L);
        assertThat(batch.running()).isZero();
        assertThat(batch.waiting()).isZero();
    }

    @Test
    void whoGivesUpWaitingTakesNoPlaceOfAnother() {
        List<String> started = new ArrayList<>();
        Seat first = batch.seat(0, 1, place -> started.add("first"));
        Seat second = batch.seat(0, 1, place -> started.add("second"));
        Seat third = batch.seat(0, 1, place -> started.add("third"));
        assertThat(first.take()).hasValue(Place.ALONE);
        assertThat(second.take()).isEmpty();
        assertThat(third.take()).isEmpty();

        second.leave();
        first.leave();
        first.leave();

        assertThat(started).containsExactly("third");
        assertThat(batch.running()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutALimitNeverWaitsButCounts() {
        Seat unlimited = batch.seat(0, Batch.UNLIMITED, place -> {});
        Seat limited = batch.seat(0, 1, place -> {});
        Seat another = batch.seat(0, Batch.UNLIMITED, place -> {});

        assertThat(unlimited.take()).hasValue(new Place(0, 1));
        assertThat(limited.take()).isEmpty();
        assertThat(another.take()).hasValue(new Place(0, 2));
    }

    @Test
    void aSeatThatNothingCouldTakeIsRefused() {
        assertThatThrownBy(() -> batch.seat(0, 0, place -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
