package dev.streamux.simulations.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveredQuestionTest {
    /** Asked at 100, last text at 300, reset at 350; six characters were there. */
    private static final ResponseTrace BROKEN = ResponseTrace.builder("q")
            .intendedNanos(100)
            .endNanos(350)
            .outcome(Outcome.RESET)
            .text("abcdef")
            .chunks(Chunks.builder().add(200, 3, 9).add(300, 3, 9).build())
            .build();

    private static ResponseTrace again(String text) {
        return ResponseTrace.builder("q.2")
                .intendedNanos(350)
                .endNanos(900)
                .text(text)
                .build();
    }

    @Test
    void whoGivesUpLosesWhatWasThere() {
        RecoveredQuestion question = RecoveredQuestion.of(RecoveryPolicy.GIVE_UP, List.of(BROKEN));
        assertThat(question.requests()).isEqualTo(1);
        assertThat(question.lostCharacters()).isEqualTo(6);
        assertThat(question.wholeNanos()).isEmpty();
        // 350 - 300.
        assertThat(question.breakKnownNanos()).isEqualTo(50);
    }

    @Test
    void aButtonTakesThePartialAnswerAwayAndReadsItAgain() {
        RecoveredQuestion question =
                RecoveredQuestion.of(RecoveryPolicy.PARTIAL_WITH_RETRY, List.of(BROKEN, again("abcdefghi")));
        assertThat(question.lostCharacters()).isEqualTo(6);
        assertThat(question.repeatedCharacters()).isEqualTo(6);
        // 900 - 100.
        assertThat(question.wholeNanos()).hasValue(800);
    }

    @Test
    void anAutomaticRetryLosesOnlyWhatTurnsOutDifferent() {
        RecoveredQuestion question =
                RecoveredQuestion.of(RecoveryPolicy.AUTOMATIC_RETRY, List.of(BROKEN, again("abcdXYZ")));
        assertThat(question.repeatedCharacters()).isEqualTo(4);
        assertThat(question.lostCharacters()).isEqualTo(2);
    }

    @Test
    void aContinuationRepeatsOnlyItsOverlap() {
        RecoveredQuestion question = RecoveredQuestion.of(RecoveryPolicy.CONTINUATION, List.of(BROKEN, again("efghi")));
        assertThat(question.repeatedCharacters()).isEqualTo(2);
        assertThat(question.lostCharacters()).isZero();
    }

    @Test
    void aContinuationThatStartsAnewRepeatsEverything() {
        RecoveredQuestion question =
                RecoveredQuestion.of(RecoveryPolicy.CONTINUATION, List.of(BROKEN, again("abcdefghi")));
        assertThat(question.repeatedCharacters()).isEqualTo(6);
    }
}
