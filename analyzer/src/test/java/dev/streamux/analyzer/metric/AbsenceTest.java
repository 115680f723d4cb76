package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private static final ResponseTrace HELLO = ResponseTrace.builder("hello")
            .intendedNanos(1_000_000_000)
            .sentNanos(1_010_000_000)
            .firstByteNanos(1_050_000_000)
            .text("\n\nHello you. Bye.\n\nNext")
            .chunks(Chunks.builder()
                    .add(1_060_000_000, 2, 90)
                    .add(1_100_000_000, 6, 90)
                    .add(1_200_000_000, 9, 90)
                    .add(1_300_000_000, 6, 90)
                    .build())
            .usage(new Usage(3, 5))
            .endNanos(1_310_000_000)
            .build();

    private static MetricValue metric(String id, ResponseTrace trace) {
        return MetricCatalog.require(id).of(ObservedResponse.of(trace, MetricOptions.DEFAULTS));
    }

    @Test
    void everyUserFacingTimeCountsFromTheIntendedStart() {
        assertThat(metric("time-to-first-byte", HELLO)).isEqualTo(MetricValue.of(50)); // 1050 - 1000
        assertThat(metric("schedule-lag", HELLO)).isEqualTo(MetricValue.of(10)); // 1010 - 1000
        assertThat(metric("response-time", HELLO)).isEqualTo(MetricValue.of(310)); // 1310 - 1000
        assertThat(metric("service-time", HELLO)).isEqualTo(MetricValue.of(300)); // 1310 - 1010
        assertThat(metric("time-per-output-token", HELLO)).isEqualTo(MetricValue.of(62.5)); // (310 - 60) / (5 - 1)
    }

    @Test
    void leadingWhiteSpaceIsATokenButNotVisible() {
        assertThat(metric("time-to-first-token", HELLO)).isEqualTo(MetricValue.of(60));
        assertThat(metric("time-to-first-visible-text", HELLO)).isEqualTo(MetricValue.of(100));
        assertThat(metric("reader-idle", HELLO)).isEqualTo(MetricValue.of(0));
    }

    @Test
    void boundariesComeFromTheFinalText() {
        assertThat(metric("time-to-first-word", HELLO)).isEqualTo(MetricValue.of(100)); // "Hello" ends at character 7
        assertThat(metric("time-to-first-sentence", HELLO)).isEqualTo(MetricValue.of(200)); // "you." ends at 12
        assertThat(metric("time-to-first-block", HELLO)).isEqualTo(MetricValue.of(200)); // "Bye." ends at 17
    }

    @Test
    void withoutTextWhatNeedsItIsAbsentAndNeverZero() {
        ResponseTrace silent = HELLO.toBuilder().text(null).build();
        for (String id :
                new String[] {"time-to-first-word", "time-to-first-sentence", "time-to-first-block", "markdown-churn"
                }) {
            assertThat(metric(id, silent)).as(id).isEqualTo(MetricValue.absent(Absence.TEXT_NOT_RECORDED));
        }
        assertThat(metric("reader-wait", silent).number()).isPresent();
    }

    @Test
    void aCutAnswerHasABeginningButNoWhole() {
        ResponseTrace cut = HELLO.toBuilder().outcome(Outcome.TRUNCATED).build();
        assertThat(metric("time-to-first-visible-text", cut)).isEqualTo(MetricValue.of(100));
        assertThat(metric("reader-wait", cut)).isEqualTo(MetricValue.absent(Absence.NOT_COMPLETE));
        assertThat(metric("response-time", cut)).isEqualTo(MetricValue.absent(Absence.NOT_COMPLETE));
    }

    @Test
    void anAnswerWithoutTextHasNoReader() {
        ResponseTrace empty = ResponseTrace.builder("empty").text("").build();
        assertThat(metric("reader-wait", empty)).isEqualTo(MetricValue.absent(Absence.NO_VISIBLE_TEXT));
        assertThat(metric("time-to-first-token", empty)).isEqualTo(MetricValue.absent(Absence.NO_TEXT));
        assertThat(metric("time-to-first-byte", empty)).isEqualTo(MetricValue.absent(Absence.NO_FIRST_BYTE));
    }

    @Test
    void reasoningCountsForTheFirstTokenIfItsTimeIsKnown() {
        ResponseTrace thinking = HELLO.toBuilder()
                .reasoning("Hm")
                .reasoningChunks(Chunks.builder().add(1_020_000_000, 2, 80).build())
                .build();
        assertThat(metric("time-to-first-token", thinking)).isEqualTo(MetricValue.of(20));
        ResponseTrace untimed = HELLO.toBuilder().reasoning("Hm").build();
        assertThat(metric("time-to-first-token", untimed))
                .isEqualTo(MetricValue.absent(Absence.REASONING_TIMES_UNKNOWN));
    }

    @Test
    void everyMetricHasAValueOrAReasonForEveryTrace() {
        for (Metric metric : MetricCatalog.all()) {
            MetricValue value = metric.of(ObservedResponse.of(HELLO, MetricOptions.DEFAULTS));
            assertThat(value.number().isPresent()).isNotEqualTo(value.reason().isPresent());
        }
    }
}
