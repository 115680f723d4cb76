package dev.streamux.mockllm.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.pacing.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schedules under load, against ones that were worked out by hand. Times are in milliseconds. */
class TempoTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private final Batch batch = new Batch(() -> now);

    /** A plan without preamble whose first token comes 5 ms after the arrival and the others 10 ms apart. */
    private static Plan plan(long arrivalMillis, int tokens) {
        long[] due = new long[tokens];
        for (int i = 0; i < tokens; i++) {
            due[i] = (5 + 10L * i) * MILLI;
        }
        return new Plan(Schedule.of(due), arrivalMillis * MILLI, arrivalMillis * MILLI, 0, 0);
    }

    /** Somebody who runs beside the answer. */
    private Seat neighbour() {
        Seat seat = batch.seat(now, Batch.UNLIMITED, place -> {});
        assertThat(seat.take()).isPresent();
        return seat;
    }

    /** Plays an answer on its own clock and notes when each token left. */
    private final class Player {
        private final Tempo tempo;
        private final int tokens;
        private final List<Long> left = new ArrayList<>();

        Player(Load load, long arrivalMillis, int tokens) {
            this.tempo = batch.tempo(load, plan(arrivalMillis, tokens));
            this.tokens = tokens;
            neighbour();
        }

        /** Lets pass what is due up to and including this time. */
        void until(long millis) {
            while (left.size() < tokens && tempo.due(left.size()) <= millis * MILLI) {
                now = Math.max(now, tempo.due(left.size()));
                // A due time may turn out to be later once it has come; then it is not the time yet.
                if (tempo.due(left.size()) <= now) {
                    tempo.left(left.size());
                    left.add(now / MILLI);
                }
            }
            now = Math.max(now, millis * MILLI);
        }
    }

    @Test
    void withoutAFactorThePlanStands() {
        Player alone = new Player(new Load(Batch.UNLIMITED, 0, 0), 0, 4);
        neighbour();
        alone.until(100);
        assertThat(alone.left).containsExactly(5L, 15L, 25L, 35L);
    }

    @Test
    void whoComesDuringAnAnswerStretchesItsGapsAndWhoGoesShortensThemAgain() {
        Player answer = new Player(new Load(Batch.UNLIMITED, 0, 0.5), 0, 8);
        answer.until(20);
        Seat second = neighbour();
        Seat third = neighbour();
        answer.until(60);
        third.leave();
        second.leave();
        answer.until(200);
        // Alone at 5 and 15; the gap that began at 15 is 10. At 25 three run: 10 (1 + 0.5 * 2) = 20, so 45 and 65.
        // The gap to 65 began at 45, with three. Alone again from 60: 75, 85, 95.
        assertThat(answer.left).containsExactly(5L, 15L, 25L, 45L, 65L, 75L, 85L, 95L);
    }

    @Test
    void theTimeToTheFirstTokenIsStretchedAsAGapIs() {
        neighbour();
        neighbour();
        neighbour();
        Player answer = new Player(new Load(Batch.UNLIMITED, 0, 1), 0, 2);
        answer.until(100);
        // Three run when it starts (the player itself counts only from then on): 5 (1 + 1 * 2) = 15. At 15 four run:
        // the
        // gap is 10 (1 + 1 * 3) = 40.
        assertThat(answer.left).containsExactly(15L, 55L);
    }

    @Test
    void theTimeToTheFirstTokenTakesAsManyStepsAsInThePlanAndTheyAreLonger() {
        neighbour();
        neighbour();
        Player answer = new Player(new Load(Batch.UNLIMITED, 2 * MILLI, 1), 0, 2);
        Seat third = neighbour();
        answer.until(7);
        third.leave();
        answer.until(100);
        // It joins step 0, which ends at 2; 3 ms more are two steps in the plan. The step that begins at 2 has four in
        // it
        // (two neighbours, the player, the third): 2 (1 + 3) = 8, to 10. The one after it has three: 6, to 16. The
        // gap of 10 is five steps of 6: 46.
        assertThat(answer.left).containsExactly(16L, 46L);
    }

    @Test
    void allTokensOfABatchLeaveAtTheSameStepsAndStepsGrowWithIt() {
        Load load = new Load(Batch.UNLIMITED, 10 * MILLI, 0.5);
        Player first = new Player(load, 0, 8);
        first.until(22);
        Player second = new Player(load, 22, 3);
        second.until(22);
        for (long millis = 23; millis < 200; millis++) {
            first.until(millis);
            second.until(millis);
        }
        // Steps of one end at 10, 20 and 30. The second answer came at 22, ready at 27, so the step to 30 has it; from
        // there two run, and steps of 15 end at 45, 60, 75 and 90. Nobody leaves the batch in this test.
        assertThat(second.left).containsExactly(30L, 45L, 60L);
        assertThat(first.left).containsExactly(10L, 20L, 30L, 45L, 60L, 75L, 90L, 105L);
    }

    @Test
    void stepsThatNobodySawAreCountedToo() {
        Load load = new Load(Batch.UNLIMITED, MILLI, 0.5);
        Player early = new Player(load, 0, 2);
        early.until(20);
        now = 3_600_000 * MILLI;
        Player late = new Player(load, 3_600_000, 2);
        late.until(3_600_100);
        // The plan's gap is ten steps. Two run: a step is 1.5 ms, 5 ms after the arrival lie in the fourth, ending at
        // 6.
        assertThat(early.left).containsExactly(5L, 15L);
        assertThat(late.left.get(1) - late.left.get(0)).isEqualTo(15);
    }
}
