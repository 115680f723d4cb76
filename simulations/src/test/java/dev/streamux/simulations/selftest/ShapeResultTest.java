package dev.streamux.simulations.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.selftest.wire.WireLog;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeResultTest {
    private static final Shape SHAPE = new Shape(
            "s",
            "two events",
            builder -> builder,
            List.of(),
            new Shape.Truth(Outcome.COMPLETE, "ab", List.of(new Shape.Piece(0, 1), new Shape.Piece(1, 1))));
    /** Sent at 100 ms; the writes at 300 and 310 ms. */
    private static final WireLog LOG = new WireLog(millis(100), List.of(millis(300), millis(310)));

    @Test
    void theErrorIsMeasuredMinusTruth() {
        ShapeResult result = compare(trace(Outcome.COMPLETE, "ab", 301, 313));
        assertThat(result.verdict()).isEqualTo(ShapeResult.Verdict.RIGHT);
        // first text: truth 300 - 100 = 200 ms, measured 301 - 100 = 201 ms
        assertThat(result.expectedMillis()).hasValue(200);
        assertThat(result.measuredMillis()).hasValue(201);
        assertThat(result.errorMillis()).hasValue(1);
        // gap: truth 10 ms, measured 12 ms
        assertThat(result.maxGapErrorMillis()).hasValue(2);
    }

    @Test
    void anErrorEqualToTheLimitIsRightAndAboveItIsLate() {
        assertThat(compare(trace(Outcome.COMPLETE, "ab", 305, 315)).verdict()).isEqualTo(ShapeResult.Verdict.RIGHT);
        ShapeResult late = compare(trace(Outcome.COMPLETE, "ab", 306, 316));
        assertThat(late.verdict()).isEqualTo(ShapeResult.Verdict.LATE);
        assertThat(late.problems()).containsExactly("time to first visible text is off by 6.0 ms, the limit is 5.0 ms");
    }

    @Test
    void aWrongOutcomeTextOrEventIsWrong() {
        assertThat(compare(trace(Outcome.TRUNCATED, "ab", 300, 310)).verdict()).isEqualTo(ShapeResult.Verdict.WRONG);
        assertThat(compare(trace(Outcome.COMPLETE, "aX", 300, 310)).verdict()).isEqualTo(ShapeResult.Verdict.WRONG);
        ResponseTrace oneEvent = ResponseTrace.builder("r")
                .text("ab")
                .chunks(Chunks.builder().add(millis(300), 2, 10).build())
                .build();
        assertThat(compare(oneEvent).verdict()).isEqualTo(ShapeResult.Verdict.WRONG);
    }

    @Test
    void theWorstVerdictIsTheReports() {
        ShapeResult right = compare(trace(Outcome.COMPLETE, "ab", 300, 310));
        ShapeResult late = compare(trace(Outcome.COMPLETE, "ab", 390, 400));
        assertThat(new SelfTestReport(5, List.of(right, late)).verdict()).isEqualTo(ShapeResult.Verdict.LATE);
        assertThat(new SelfTestReport(5, List.of()).verdict()).isEqualTo(ShapeResult.Verdict.WRONG);
    }

    private static ShapeResult compare(ResponseTrace trace) {
        return ShapeResult.of(SHAPE, trace, LOG, 5, 1);
    }

    private static ResponseTrace trace(Outcome outcome, String text, long first, long second) {
        return ResponseTrace.builder("r")
                .outcome(outcome)
                .text(text)
                .sentNanos(millis(100))
                .chunks(Chunks.builder()
                        .add(millis(first), 1, 10)
                        .add(millis(second), 1, 10)
                        .build())
                .build();
    }

    private static long millis(long value) {
        return value * 1_000_000;
    }
}
