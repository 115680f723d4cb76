package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.flow.Fluidity;
import dev.streamux.analyzer.perception.Raters;
import dev.streamux.analyzer.reading.ReadingSpeed;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertThat(value(reference, "reading-finished", AT_20)).isEqualTo(done);
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
        assertThat(value(reference, "fluidity-index", AT_20)).isEqualTo(1 - (double) missed / total);
        assertThat(value(reference, "fluidity-index-relaxed", AT_20)).isEqualTo(1 - (double) missedWide / totalWide);
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
        assertThat(value(reference, "stall-count", AT_20)).isEqualTo(count);
        assertThat(value(reference, "stall-time", AT_20)).isEqualTo((double) totalMillis);
        assertThat(value(reference, "stall-excess", AT_20)).isEqualTo((double) excessMillis);
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED, 0.179236",
        "T2_BUFFERED, 0.746650",
        "T3_COALESCED, 0.310227",
        "T4_STALL, 0.733455",
        "T5_SLOW, 0.828360"
    })
    void theSlowShareOfOneReader(ReferenceTraces reference, double share) {
        MetricOptions alone = AT_20.withRaters(
                new Raters(List.of(AT_20.readingSpeed()), AT_20.raters().curve()));
        assertThat(value(reference, "modelled-slow-share", alone)).isCloseTo(share, within());
        // One reader is the whole population.
        assertThat(value(reference, "reader-wait-population-mean", alone))
                .isEqualTo(value(reference, "reader-wait", alone));
        assertThat(value(reference, "reader-wait-population-p90", alone))
                .isEqualTo(value(reference, "reader-wait", alone));
    }

    @ParameterizedTest
    @CsvSource({
        // trace, stalls above 200 ms and their ratio, above 1 s and their ratio, time-weighted gaps p50 and p90
        "T1_STREAMED,   0, 0,        0, 0,         25,   25",
        // 19 gaps of 250 ms, 50 ms above the limit each, over 5100 - 350 = 4750 ms: 950 / 4750
        "T3_COALESCED, 19, 0.2,      0, 0,        250,  250",
        // (8025 - 200) / 12975 and (8025 - 1000) / 12975; 198 gaps of 25 ms are 4950 of 12975 ms, less than half
        "T4_STALL,      1, 0.603083, 1, 0.541426, 8025, 8025",
        // 199 gaps of 250 ms: 50 / 250
        "T5_SLOW,     199, 0.2,      0, 0,        250,  250",
    })
    void otherThresholdsAndTimeWeightedGaps(
            ReferenceTraces reference,
            int shorts,
            double shortRatio,
            int longs,
            double longRatio,
            double half,
            double nineTenths) {
        assertThat(value(reference, "stall-count-200", AT_20)).isEqualTo(shorts);
        assertThat(value(reference, "stall-ratio-200", AT_20)).isCloseTo(shortRatio, within());
        assertThat(value(reference, "stall-count-1000", AT_20)).isEqualTo(longs);
        assertThat(value(reference, "stall-ratio-1000", AT_20)).isCloseTo(longRatio, within());
        assertThat(value(reference, "time-weighted-gap-p50", AT_20)).isEqualTo(half);
        assertThat(value(reference, "time-weighted-gap-p90", AT_20)).isEqualTo(nineTenths);
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED,   0,    0, ",
        // One wait of 4500 ms after 80 of 800 characters.
        "T4_STALL,      1, 4500, 1",
        // Token i at 100 + 250 i, read by then: 4 (i - 1) characters, 200 (i - 1) ms. 50 ms late each, 199 times; 4 (i
        // - 1)
        // is at most 400 up to i = 101, so 100 * 50 of 9950 ms are in the first half.
        "T5_SLOW,     199,   50, 0.502513",
    })
    void readersStallOnlyWhenTheyHaveReadEverything(
            ReferenceTraces reference, int count, double longest, String firstHalf) {
        assertThat(value(reference, "reader-stall-count", AT_20)).isEqualTo(count);
        assertThat(value(reference, "longest-reader-stall", AT_20)).isEqualTo(longest);
        MetricValue half = metric(reference, "reader-idle-first-half", AT_20);
        if (firstHalf == null) {
            assertThat(half).isEqualTo(MetricValue.absent(Absence.NEVER_IDLE));
        } else {
            assertThat(half.number().orElseThrow()).isCloseTo(Double.parseDouble(firstHalf), within());
        }
    }

    @Test
    void factsOfTransport() {
        // 796 characters after the first four, in 5100 - 125 = 4975 ms
        assertThat(value(ReferenceTraces.T1_STREAMED, "characters-per-second", AT_20))
                .isCloseTo(160, within());
        assertThat(value(ReferenceTraces.T1_STREAMED, "text-events", AT_20)).isEqualTo(200);
        assertThat(value(ReferenceTraces.T1_STREAMED, "bytes-per-event", AT_20)).isEqualTo(230);
        assertThat(metric(ReferenceTraces.T1_STREAMED, "tokens-per-second", AT_20))
                .isEqualTo(MetricValue.absent(Absence.NO_USAGE));
        assertThat(metric(ReferenceTraces.T2_BUFFERED, "characters-per-second", AT_20))
                .isEqualTo(MetricValue.absent(Absence.ALL_AT_ONCE));
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
