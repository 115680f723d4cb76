package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.perception.Raters;
import dev.streamux.analyzer.reading.ReadingSpeed;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The laws P1 to P7 of the metrics, on seeded random traces. */
class MetricLawTest {
    private static final long SEED = 20_260_711;
    private static final int ROUNDS = 2000;
    private static final MetricOptions OPTIONS = MetricOptions.DEFAULTS;
    private static final List<String> CURVE_METRICS = List.of(
            "time-to-first-visible-text",
            "time-to-last-token",
            "reader-wait",
            "reader-idle",
            "mean-reading-delay",
            "text-speed-index",
            "andes-qoe",
            "fluidity-index",
            "longest-gap",
            "stall-count",
            "stall-ratio",
            "smoothness",
            "largest-burst-share",
            "reader-wait-population-mean",
            "reader-wait-population-p50",
            "reader-wait-population-p90",
            "modelled-slow-share",
            "reading-finished",
            "reader-wait-score",
            "reader-stall-count",
            "longest-reader-stall",
            "reader-idle-first-half",
            "andes-qoe-tokens",
            "andes-qoe-author-code",
            "stall-time",
            "stall-excess",
            "time-weighted-gap-p50",
            "time-weighted-gap-p90",
            "gain-first-visible-text",
            "gain-reader-wait",
            "gain-text-speed-index",
            "gain-reading-finished");

    /** What maps times to shares by constants of its own has no scale. */
    private static final List<String> SCALED = CURVE_METRICS.stream()
            .filter(id -> !id.equals("modelled-slow-share") && !id.equals("reader-wait-score"))
            .toList();

    private static MetricValue metric(String id, ResponseTrace trace, MetricOptions options) {
        return MetricCatalog.require(id).of(ObservedResponse.of(trace, options));
    }

    private static double value(String id, ResponseTrace trace) {
        return metric(id, trace, OPTIONS).number().orElseThrow();
    }

    @Test
    void cuttingAChunkInPiecesOfEqualTimeChangesNoBit() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            ResponseTrace pieces = RandomTraces.split(trace, random);
            for (String id : CURVE_METRICS) {
                assertThat(metric(id, pieces, OPTIONS))
                        .as("%s, seed %d, round %d", id, SEED, i)
                        .isEqualTo(metric(id, trace, OPTIONS));
            }
        }
    }

    @Test
    void movingEverythingMovesTheWaitsByAsMuch() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            ResponseTrace later = RandomTraces.of(trace.chunks().shiftedBy(700 * RandomTraces.MILLI));
            for (String id : List.of("time-to-first-visible-text", "reader-wait", "text-speed-index")) {
                assertThat(value(id, later)).as(id).isCloseTo(value(id, trace) + 700, within(1e-6));
            }
        }
    }

    private static Raters raters(double charactersPerSecond) {
        return new Raters(
                List.of(ReadingSpeed.ofCharactersPerSecond(charactersPerSecond)),
                OPTIONS.raters().curve());
    }

    @Test
    void aSlowerWorldWithASlowerReaderScalesTimesAndKeepsShares() {
        MetricOptions twenty =
                OPTIONS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(20)).withRaters(raters(20));
        MetricOptions slower = new MetricOptions(
                ReadingSpeed.ofCharactersPerSecond(5),
                4 * twenty.targetNanos(),
                4 * twenty.stallNanos(),
                4 * twenty.fluidityFirstNanos(),
                4 * twenty.fluidityNextNanos(),
                twenty.fluidityCharacters(),
                4 * twenty.burstNanos(),
                4 * twenty.goodWaitNanos(),
                raters(5));
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            ResponseTrace slow = RandomTraces.scaled(trace, 4);
            for (String id : SCALED) {
                MetricValue before = metric(id, trace, twenty);
                MetricValue after = metric(id, slow, slower);
                boolean time = MetricCatalog.require(id).info().unit() == Unit.MILLISECONDS;
                assertThat(after.number().isPresent()).isEqualTo(before.number().isPresent());
                if (before.number().isPresent()) {
                    double expected = before.number().getAsDouble() * (time ? 4 : 1);
                    assertThat(after.number().orElseThrow()).as(id).isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @Test
    void waitsLieWithinTheirBounds() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            double first = value("time-to-first-visible-text", trace);
            double last = value("time-to-last-token", trace);
            double wait = value("reader-wait", trace);
            assertThat(wait).isBetween(first, last);
            assertThat(value("text-speed-index", trace)).isBetween(first, last);
            assertThat(value("mean-reading-delay", trace)).isBetween(0.0, Math.max(0, wait - 1000) + 1e-9);
            assertThat(value("andes-qoe", trace)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void fasterReadersWaitNoLess() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            double previous = 0;
            for (double speed : new double[] {1, 5, 16.57, 21.549, 27.163, 100}) {
                MetricOptions options = OPTIONS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(speed));
                double wait = metric("reader-wait", trace, options).number().orElseThrow();
                assertThat(wait).isGreaterThanOrEqualTo(previous);
                previous = wait;
            }
        }
    }

    @Test
    void aBufferedAnswerHasOneTimeForEverything() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            TextCurve buffered = TextCurve.ofArrivals(trace).buffered();
            ObservedResponse shown = ObservedResponse.shownAs(trace, OPTIONS, buffered);
            double last = value("time-to-last-token", trace);
            for (String id : List.of("time-to-first-visible-text", "reader-wait", "text-speed-index")) {
                assertThat(MetricCatalog.require(id).of(shown).number().orElseThrow())
                        .isEqualTo(last);
            }
        }
    }
}
