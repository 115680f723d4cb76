package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.flow.Fluidity;
import dev.streamux.analyzer.metric.flow.Stalls;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.ReadingSpeed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of reference values for a reader of 20 characters a second and D = 1 s: times exact, shares to 5e-7. */
class ReferenceTableTest {
    private static final MetricOptions AT_20 =
            MetricOptions.DEFAULTS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(20));

    @ParameterizedTest
    @CsvSource({
        // trace, TTFVT, TSI, W, idle, finished, MRD
        "T1_STREAMED,  125, 2612.5,   125,    0, 40125,       0",
        "T2_BUFFERED, 5100,   5100,  5100,    0, 45100,    4100",
        "T3_COALESCED, 350,   2725,   350,    0, 40350,       0",
        "T4_STALL,     125, 9812.5,  4625, 4500, 44625,  3262.5",
        "T5_SLOW,      350,  25225, 10300, 9950, 50300, 4347.75",
    })
    void timesAreExact(
            ReferenceTraces reference,
            double first,
            double index,
            double wait,
            double idle,
            double done,
            double delay) {
        assertThat(value(reference, "time-to-first-visible-text", AT_20)).isEqualTo(first);
        assertThat(value(reference, "text-speed-index", AT_20)).isEqualTo(index);
        assertThat(value(reference, "reader-wait", AT_20)).isEqualTo(wait);
        assertThat(value(reference, "reader-idle", AT_20)).isEqualTo(idle);
        assertThat(value(reference, "mean-reading-delay", AT_20)).isEqualTo(delay);
        ObservedResponse response = ObservedResponse.of(reference.trace(), AT_20);
        Reading reading = response.reading().orElseThrow();
        assertThat((reading.waitNanos() + reading.readNanos()) / 1e6).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED,  1,             0,        0.996658",
        "T2_BUFFERED,  0.829875519,   ,         ",
        "T3_COALESCED, 1,             0,        0.965789",
        "T4_STALL,     0.861904762,   0.579961, 0.494066",
        "T5_SLOW,      0.851612628,   0,        0.996658",
    })
    void sharesAreThoseOfTheTable(ReferenceTraces reference, double qoe, String stallRatio, String smoothness) {
        assertThat(value(reference, "andes-qoe", AT_20)).isCloseTo(qoe, within());
        assertShare(reference, "stall-ratio", stallRatio);
        assertShare(reference, "smoothness", smoothness);
    }

    private static void assertShare(ReferenceTraces reference, String id, String expected) {
        MetricValue value = metric(reference, id, AT_20);
        if (expected == null) {
            assertThat(value).isEqualTo(MetricValue.absent(Absence.ALL_AT_ONCE));
        } else {
            assertThat(value.number().orElseThrow()).isCloseTo(Double.parseDouble(expected), within());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED,    1,  200,   0, 200",
        "T2_BUFFERED,  101,  300,  21, 220",
        "T3_COALESCED,   6,  205,   0, 200",
        "T4_STALL,     152,  350,  19, 218",
        "T5_SLOW,     1001, 1001, 186, 200",
    })
    void deadlinesAreCountedInWholeNanoseconds(
            ReferenceTraces reference, long missed, long total, long missedWide, long totalWide) {
        ObservedResponse response = ObservedResponse.of(reference.trace(), MetricOptions.DEFAULTS);
        assertThat(Fluidity.of(response.curve(), 4, 100_000_000, 50_000_000)).isEqualTo(new Fluidity(missed, total));
        assertThat(Fluidity.of(response.curve(), 4, 1_000_000_000, 200_000_000))
                .isEqualTo(new Fluidity(missedWide, totalWide));
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED, 0, 0, 0",
        "T2_BUFFERED, 0, 0, 0",
        "T3_COALESCED, 0, 0, 0",
        "T4_STALL, 1, 8025, 7525",
        "T5_SLOW, 0, 0, 0"
    })
    void stallsAreGapsAboveHalfASecond(ReferenceTraces reference, int count, long totalMillis, long excessMillis) {
        ObservedResponse response = ObservedResponse.of(reference.trace(), MetricOptions.DEFAULTS);
        assertThat(Stalls.of(response.curve(), 500_000_000))
                .isEqualTo(new Stalls(count, totalMillis * 1_000_000, excessMillis * 1_000_000));
    }

    @ParameterizedTest
    @CsvSource({"T1_STREAMED, 0.025", "T2_BUFFERED, 1", "T3_COALESCED, 0.05", "T4_STALL, 0.025", "T5_SLOW, 0.005"})
    void theLargestBurstIsTheMostTextWithin100Milliseconds(ReferenceTraces reference, double share) {
        // T1: 5 tokens of 200 stand within 100 ms of one another, both ends included.
        assertThat(value(reference, "largest-burst-share", AT_20)).isEqualTo(share);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(5e-7);
    }

    private static MetricValue metric(ReferenceTraces reference, String id, MetricOptions options) {
        return MetricCatalog.require(id).of(ObservedResponse.of(reference.trace(), options));
    }

    private static double value(ReferenceTraces reference, String id, MetricOptions options) {
        return metric(reference, id, options).number().orElseThrow();
    }
}
