package dev.streamux.analyzer.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import org.junit.jupiter.api.Test;

class PresentationPolicyTest {
    private static final MetricOptions OPTIONS = MetricOptions.DEFAULTS;

    private static PresentationOutcome outcome(String policy, ReferenceTraces reference, String text) {
        return outcome(policy, reference.trace().toBuilder().text(text).build());
    }

    private static PresentationOutcome outcome(String policy, ResponseTrace trace) {
        PresentationPolicy found = PresentationPolicies.ALL.stream()
                .filter(candidate -> candidate.id().equals(policy))
                .findFirst()
                .orElseThrow();
        return PresentationOutcome.of(found, trace, Arrivals.of(trace), OPTIONS);
    }

    private static double firstVisible(PresentationOutcome outcome) {
        return outcome.visible().curve().firstNanos() / 1e6;
    }

    private static double readerWait(PresentationOutcome outcome) {
        return outcome.visible().reading().orElseThrow().waitNanos() / 1e6;
    }

    @Test
    void smoothingByWordShowsLeadingSpaceTokensOneTokenLate() {
        // Token 1 (" abc" at 125 ms) is a word only when token 2 brings its white space, at 150 ms.
        assertThat(firstVisible(outcome("word-smoothing", ReferenceTraces.T1_STREAMED, " abc".repeat(200))))
                .isEqualTo(150);
    }

    @Test
    void smoothingByWordBuffersATextWithoutSpacesAgain() {
        PresentationOutcome chinese =
                outcome("word-smoothing", ReferenceTraces.T1_STREAMED, "\u4f60\u597d\u4e16\u754c".repeat(200));
        assertThat(firstVisible(chinese)).isEqualTo(5100);
        assertThat(chinese.uiCost()).isEqualTo(5100 - 125);
    }

    @Test
    void smoothingByWordSmearsAnAnswerThatComesAtOnce() {
        ResponseTrace trace = ReferenceTraces.T2_BUFFERED.trace().toBuilder()
                .text(" abc".repeat(200))
                .build();
        PresentationPolicy smoothing = new WordSmoothing();
        // 199 words with white space after them, 10 ms each, then the last: 5100 + 1990.
        assertThat(smoothing.show(Arrivals.of(trace)).curve().lastNanos()).isEqualTo(7_090_000_000L);
    }

    @Test
    void framesRoundUpAndNeverDown() {
        assertThat(PerFrame.frameAfter(0)).isZero();
        assertThat(PerFrame.frameAfter(1)).isEqualTo(16_666_667);
        assertThat(PerFrame.frameAfter(50_000_000)).isEqualTo(50_000_000);
        // 125 ms lie between frame 7 (116.7 ms) and frame 8 (133.3 ms).
        assertThat(firstVisible(outcome("per-frame", ReferenceTraces.T1_STREAMED, " abc".repeat(200))))
                .isEqualTo(133.333334);
    }

    @Test
    void aScreenReaderThatWaitsForTheEndMakesAStreamABufferedAnswer() {
        PresentationOutcome end = outcome("screen-reader-end", ReferenceTraces.T1_STREAMED, "abc ".repeat(200));
        assertThat(readerWait(end)).isEqualTo(5100);
    }

    @Test
    void sentencesAreAnnouncedWhenTheyAreWhole() {
        // "Abc. " comes with characters 1 to 5: token 2, at 150 ms.
        PresentationOutcome spoken =
                outcome("screen-reader-sentence", ReferenceTraces.T1_STREAMED, "Abc. " + "Abcd ".repeat(159));
        assertThat(firstVisible(spoken)).isEqualTo(150);
    }

    @Test
    void oneLongParagraphByBlockIsBufferedAgain() {
        String paragraph = "abc ".repeat(200);
        assertThat(outcome("markdown-by-block", ReferenceTraces.T1_STREAMED, paragraph)
                        .uiCost())
                .isEqualTo(5100 - 125);
        String two = "abc ".repeat(19) + "abc\n\n" + "abc ".repeat(179) + "abc";
        ResponseTrace trace =
                ReferenceTraces.T1_STREAMED.trace().toBuilder().text(two).build();
        // The first paragraph ends in character 79, its empty line in 81: token 21, at 625 ms.
        assertThat(two).hasSize(800);
        assertThat(firstVisible(outcome("markdown-by-block", trace))).isEqualTo(625);
    }

    @Test
    void healingTradesAFlashForNothing() {
        Chunks chunks = Chunks.builder()
                .add(100_000_000, 4, 50)
                .add(200_000_000, 6, 50)
                .add(300_000_000, 3, 50)
                .add(400_000_000, 4, 50)
                .build();
        ResponseTrace trace = ResponseTrace.builder("bold")
                .text("So **bold** text.")
                .chunks(chunks)
                .endNanos(400_000_000)
                .build();
        assertThat(outcome("per-token", trace).churn()).isPositive();
        assertThat(outcome("markdown-healed", trace).churn()).isZero();
        assertThat(readerWait(outcome("markdown-healed", trace))).isEqualTo(100);
    }

    @Test
    void everyPolicyShowsTheWholeTextAndNeverBeforeItArrives() {
        String text = "# Head\n\nSome **bold** and [a link](http://a.b).\n\n- one\n- two\n\n```\ncode\n```\n";
        ResponseTrace trace = ReferenceTraces.T3_COALESCED.trace().toBuilder()
                .text(text + "x".repeat(800 - text.length()))
                .build();
        Arrivals arrivals = Arrivals.of(trace);
        for (PresentationPolicy policy : PresentationPolicies.ALL) {
            Shown shown = policy.show(arrivals);
            assertThat(shown.curve().characters()).as(policy.id()).isEqualTo(800);
            for (int i = 0; i < shown.curve().size(); i++) {
                assertThat(shown.curve().cumulative(i))
                        .as(policy.id())
                        .isLessThanOrEqualTo(
                                arrivals.curve().visibleAt(shown.curve().timeNanos(i)));
            }
            assertThat(PresentationOutcome.of(policy, trace, arrivals, OPTIONS).uiCost())
                    .as(policy.id())
                    .isNotNegative();
        }
    }
}
