package dev.streamux.analyzer.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.result.PresentationResult;
import dev.streamux.analyzer.result.PresentationResult.Policy;
import dev.streamux.analyzer.result.PresentationResult.Row;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PresentationTallyTest {
    private static final MetricOptions OPTIONS = MetricOptions.DEFAULTS;

    private static ResponseTrace paragraph(String id) {
        return ReferenceTraces.T1_STREAMED.trace().toBuilder()
                .text("abc ".repeat(200))
                .attribute("seed", id)
                .build();
    }

    private static PresentationResult result(Iterable<ResponseTrace> traces) {
        PresentationTally tally = new PresentationTally(OPTIONS);
        traces.forEach(trace -> tally.add(ObservedResponse.of(trace, OPTIONS)));
        return tally.result().orElseThrow();
    }

    private static Row row(PresentationResult result, String policy, String metric) {
        return result.policy(policy).orElseThrow().row(metric).orElseThrow();
    }

    @Test
    void whatBlocksCostStandsBesideTheArrival() {
        PresentationResult result = result(List.of(paragraph("1")));
        Row first = row(result, "markdown-by-block", "time-to-first-visible-text");
        // One paragraph is closed only by its end: 125 ms become 5100 ms.
        assertThat(first.arrival().orElseThrow().p50()).isEqualTo(125);
        assertThat(first.visible().p50()).isEqualTo(5100);
        assertThat(row(result, "markdown-by-block", "ui-cost").visible().p50()).isEqualTo(5100 - 125);
        assertThat(row(result, "per-token", "ui-cost").visible().max()).isZero();
        // A buffered answer: F(5.1 s) = 0.7466.
        assertThat(row(result, "markdown-by-block", "modelled-slow-share")
                        .visible()
                        .mean())
                .isBetween(0.7465, 0.7468);
    }

    @Test
    void listenersHaveTheirOwnSpeedAndNoSlowShare() {
        Policy spoken =
                result(List.of(paragraph("1"))).policy("screen-reader-end").orElseThrow();
        assertThat(spoken.charactersPerSecond())
                .isEqualTo(16.569); // 183 words a minute, 5.4325 characters each, a minute
        assertThat(spoken.row("modelled-slow-share")).isEmpty();
    }

    @Test
    void theSampleIsBoundedAndDoesNotDependOnTheOrderOfTheFile() {
        List<ResponseTrace> traces = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            // Longer and longer waits for the first text, so that another sample would have another mean.
            traces.add(ResponseTrace.builder("r" + i)
                    .attribute("seed", "" + i)
                    .text("abcd")
                    .chunks(Chunks.builder()
                            .add((i + 1) * 1_000_000_000L, 4, 50)
                            .build())
                    .endNanos((i + 1) * 1_000_000_000L)
                    .build());
        }
        PresentationResult forwards = result(traces);
        Collections.reverse(traces);
        assertThat(result(traces)).isEqualTo(forwards);
        assertThat(forwards.answers()).isEqualTo(20);
        assertThat(forwards.of()).isEqualTo(50);
    }

    @Test
    void anAnswerThatIsTooLongIsCountedAndLeftOut() {
        int length = PresentationTally.LONGEST + 1;
        ResponseTrace book = ResponseTrace.builder("book")
                .text("a".repeat(length))
                .chunks(Chunks.builder().add(1, length, 50).build())
                .endNanos(1)
                .build();
        PresentationResult result = result(List.of(book, paragraph("1")));
        assertThat(result.answers()).isEqualTo(1);
        assertThat(result.of()).isEqualTo(2);
        assertThat(result.tooLong()).isEqualTo(1);
        assertThat(result.sample()).endsWith("left out for their length: 1");
    }

    @Test
    @Tag("timing")
    void anAnswerOfAHundredThousandTokensIsShownWithinAMinute() {
        String unit =
                "A word **bold** and `code`, [a link](u).\n\n- one item\n- two [open\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n";
        String text = unit.repeat(400_000 / unit.length() + 1).substring(0, 400_000);
        Chunks.Builder chunks = Chunks.builder();
        for (int i = 0; i < 100_000; i++) {
            chunks.add(i * 10_000_000L, 4, 60);
        }
        ResponseTrace book = ResponseTrace.builder("book")
                .text(text)
                .chunks(chunks.build())
                .endNanos(1_000_000_000_000L)
                .build();
        assertTimeout(
                Duration.ofMinutes(1),
                () -> assertThat(result(List.of(book)).answers()).isEqualTo(1));
    }

    @Test
    void withoutRecordedTextThereIsNothingToShow() {
        PresentationTally tally = new PresentationTally(OPTIONS);
        tally.add(ObservedResponse.of(ReferenceTraces.T1_STREAMED.trace(), OPTIONS));
        assertThat(tally.result()).isEmpty();
    }
}
