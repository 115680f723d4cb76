package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.perception.Raters;
import dev.streamux.analyzer.reading.ReadingSpeed;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The laws P1 and P3 to P7 of the metrics, on seeded random traces; P2 is in {@link DelayMonotonyTest}. */
class MetricLawTest {
    private static final long SEED = 20_260_711;
    private static final int ROUNDS = 2000;
    private static final MetricOptions OPTIONS = MetricOptions.DEFAULTS;
    /** They count events, which a proxy cuts and joins. */
    private static final Set<String> OF_TRANSPORT = Set.of("inter-chunk-latency", "text-events", "bytes-per-event");

    /** What holds times against constants of its own has no scale. */
    private static final Set<String> OF_FIXED_TIMES = Set.of(
            "modelled-slow-share",
            "gain-slow-share",
            "reader-wait-score",
            "fluidity-index-relaxed",
            "stall-count-200",
            "stall-ratio-200",
            "stall-count-1000",
            "stall-ratio-1000");

    private static List<Metric> perResponseWithout(Set<String> ids) {
        return MetricCatalog.all().stream()
                .filter(metric -> metric.info().kind() != Kind.PER_RUN)
                .filter(metric -> !ids.contains(metric.id()))
                .toList();
    }

    private static MetricValue metric(String id, ResponseTrace trace, MetricOptions options) {
        return MetricCatalog.require(id).of(ObservedResponse.of(trace, options));
    }

    private static double value(String id, ResponseTrace trace) {
        return metric(id, trace, OPTIONS).number().orElseThrow();
    }

    /** P1, invariance under splits: one event or several at the same time give the same bits. */
    @Test
    void cuttingAChunkInPiecesOfEqualTimeChangesNoBit() {
        RandomGenerator random = RandomTraces.random(SEED);
        List<Metric> invariant = perResponseWithout(OF_TRANSPORT);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.withText(RandomTraces.trace(random));
            ObservedResponse whole = ObservedResponse.of(trace, OPTIONS);
            ObservedResponse pieces = ObservedResponse.of(
                    trace.toBuilder()
                            .chunks(RandomTraces.split(trace, random).chunks())
                            .build(),
                    OPTIONS);
            for (Metric metric : invariant) {
                assertThat(metric.of(pieces))
                        .as("%s, seed %d, round %d", metric.id(), SEED, i)
                        .isEqualTo(metric.of(whole));
            }
        }
    }

    @Test
    void factsOfTransportDoChangeWhenAChunkIsCut() {
        ResponseTrace whole = RandomTraces.of(
                Chunks.builder().add(100, 8, 90).add(200_000_100, 8, 90).build());
        ResponseTrace pieces = RandomTraces.of(Chunks.builder()
                .add(100, 4, 60)
                .add(100, 4, 60)
                .add(200_000_100, 8, 90)
                .build());
        // One gap of 200 ms, or one of 0 and one of 200: the mean is halved.
        assertThat(value("inter-chunk-latency", whole)).isEqualTo(200);
        assertThat(value("inter-chunk-latency", pieces)).isEqualTo(100);
        assertThat(value("text-events", pieces)).isEqualTo(value("text-events", whole) + 1);
        assertThat(value("bytes-per-event", pieces)).isEqualTo(70); // (60 + 60 + 90) / 3
    }

    /** P3, translation: delta on all times is delta on first text, reader wait and Text Speed Index, and on no gap. */
    @Test
    void movingEverythingMovesTheWaitsByAsMuch() {
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            long delta = random.nextLong(5_000 * RandomTraces.MILLI);
            ResponseTrace later = RandomTraces.of(trace.chunks().shiftedBy(delta));
            for (String id : List.of("time-to-first-visible-text", "reader-wait", "text-speed-index")) {
                assertThat(value(id, later))
                        .as("%s, seed %d, round %d", id, SEED, i)
                        .isCloseTo(value(id, trace) + delta / 1e6, within(1e-6));
            }
            for (String id : List.of("reader-idle", "longest-gap", "stall-time")) {
                assertThat(value(id, later)).as(id).isEqualTo(value(id, trace));
            }
        }
    }

    private static Raters raters(double charactersPerSecond) {
        return new Raters(
                List.of(ReadingSpeed.ofCharactersPerSecond(charactersPerSecond)),
                OPTIONS.raters().curve());
    }

    /** P4, time scale: times, deadlines and the reader's pace stretched by 4 stretch all times and no share. */
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
            for (Metric metric : perResponseWithout(OF_FIXED_TIMES)) {
                MetricValue before = metric.of(ObservedResponse.of(trace, twenty));
                MetricValue after = metric.of(ObservedResponse.of(slow, slower));
                assertThat(after.number().isPresent()).isEqualTo(before.number().isPresent());
                if (before.number().isPresent()) {
                    double expected =
                            before.number().getAsDouble() * scale(metric.info().unit(), 4);
                    assertThat(after.number().orElseThrow())
                            .as("%s, seed %d, round %d", metric.id(), SEED, i)
                            .isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    private static double scale(Unit unit, double factor) {
        return switch (unit) {
            case MILLISECONDS -> factor;
            case PER_SECOND -> 1 / factor;
            case RATIO, COUNT -> 1;
        };
    }

    /** P5, bounds: waits and the index lie between first and last text, the delay between 0 and the wait beyond D. */
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

    /** P6, monotone in the reading speed: who reads faster waits as long or longer. */
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

    /** The two ends of P6: an endlessly slow reader waits for the first text only, an endlessly fast one for the last. */
    @Test
    void theReaderWaitGoesFromTheFirstTextToTheLast() {
        RandomGenerator random = RandomTraces.random(SEED);
        MetricOptions slowest = OPTIONS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(0.001));
        MetricOptions fastest = OPTIONS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(1e12));
        for (int i = 0; i < ROUNDS; i++) {
            ResponseTrace trace = RandomTraces.trace(random);
            assertThat(metric("reader-wait", trace, slowest))
                    .isEqualTo(metric("time-to-first-visible-text", trace, slowest));
            assertThat(metric("reader-wait", trace, fastest)).isEqualTo(metric("time-to-last-token", trace, fastest));
        }
    }

    /** P7, the buffered counterfactual: first text, reader wait and Text Speed Index are all the time of the last text. */
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
