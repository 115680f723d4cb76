package dev.streamux.analyzer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.gate.file.Presets;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.run.RunTally;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether holding text back can improve a metric: every metric says it, and both answers are held to it. */
class DelayMonotonyTest {
    private static final long SEED = 20_261_121;
    private static final int PAIRS = 20_000;
    private static final MetricOptions OPTIONS = MetricOptions.DEFAULTS;

    private record Pair(ObservedResponse early, ObservedResponse late) {}

    /** An answer, and the same with delays, where what has come to stand together goes in one event. */
    private static Pair pair(RandomGenerator random) {
        ResponseTrace trace = RandomTraces.trace(random);
        Chunks late = together(RandomTraces.delayed(trace, random).chunks());
        return new Pair(response(trace.chunks(), trace.chunks()), response(late, trace.chunks()));
    }

    private static ObservedResponse response(Chunks chunks, Chunks original) {
        return ObservedResponse.of(
                RandomTraces.withText(RandomTraces.of(chunks)).toBuilder()
                        .firstByteNanos(original.timeNanos(0))
                        .usage(new Usage(1, 1 + original.size()))
                        .build(),
                OPTIONS);
    }

    private static Chunks together(Chunks chunks) {
        Chunks.Builder builder = Chunks.builder();
        int from = 0;
        while (from < chunks.size()) {
            int characters = 0;
            int bytes = 0;
            int to = from;
            while (to < chunks.size() && chunks.timeNanos(to) == chunks.timeNanos(from)) {
                characters += chunks.characters(to);
                bytes += chunks.bytes(to);
                to++;
            }
            builder.add(chunks.timeNanos(from), characters, bytes);
            from = to;
        }
        return builder.build();
    }

    private static List<Metric> perResponse(boolean monotone) {
        return MetricCatalog.all().stream()
                .filter(metric -> metric.info().kind() != Kind.PER_RUN)
                .filter(metric -> metric.info().delayMonotone() == monotone)
                .toList();
    }

    /** P2, delay monotony: of first text, reader wait, reading delay, Text Speed Index, and of all that say so. */
    @Test
    void holdingTextBackNeverImprovesAMetricThatIsFitForAGate() {
        RandomGenerator random = RandomTraces.random(SEED);
        List<Metric> fit = perResponse(true);
        assertThat(fit)
                .extracting(Metric::id)
                .contains("time-to-first-visible-text", "reader-wait", "mean-reading-delay", "text-speed-index");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = pair(random);
            for (Metric metric : fit) {
                OptionalDouble early = metric.of(pair.early()).number();
                OptionalDouble late = metric.of(pair.late()).number();
                assertThat(late.isPresent()).as(metric.id()).isEqualTo(early.isPresent());
                if (early.isPresent()) {
                    seen.add(metric.id());
                    assertThat(worsening(metric, early.getAsDouble(), late.getAsDouble()))
                            .as("%s, seed %d, pair %d", metric.id(), SEED, i)
                            .isGreaterThanOrEqualTo(0);
                }
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        fit.stream().map(Metric::id).toList());
    }

    private static double worsening(Metric metric, double early, double late) {
        return metric.info().direction() == Direction.HIGHER_IS_BETTER ? early - late : late - early;
    }

    static List<Metric> unfit() {
        return perResponse(false);
    }

    /** If no delay could improve it, it would be fit for a gate after all. One with no better side moves. */
    @ParameterizedTest
    @MethodSource("unfit")
    void aDelayThatImprovesAnUnfitMetricIsFound(Metric metric) {
        RandomGenerator random = RandomTraces.random(SEED);
        boolean worse = false;
        boolean better = false;
        boolean neutral = metric.info().direction() == Direction.NEUTRAL;
        for (int i = 0; i < PAIRS && !better; i++) {
            Pair pair = pair(random);
            OptionalDouble early = metric.of(pair.early()).number();
            OptionalDouble late = metric.of(pair.late()).number();
            if (early.isPresent() && late.isPresent()) {
                double worsening = worsening(metric, early.getAsDouble(), late.getAsDouble());
                better |= worsening < -1e-9;
                worse |= worsening > 1e-9;
            }
        }
        assertThat(better || (neutral && worse))
                .as("%s can improve: %s", metric.id(), metric.info().gameable().orElseThrow())
                .isTrue();
    }

    @Test
    void goodputOfDelayedAnswersIsNoHigher() {
        assertThat(MetricCatalog.all().stream().filter(metric -> metric.info().kind() == Kind.PER_RUN))
                .extracting(Metric::id)
                .containsExactly("goodput");
        RandomGenerator random = RandomTraces.random(SEED);
        for (int i = 0; i < 200; i++) {
            RunTally early = new RunTally(AnalysisOptions.DEFAULTS, List.of());
            RunTally late = new RunTally(AnalysisOptions.DEFAULTS, List.of());
            for (int r = 0; r < 5; r++) {
                Pair pair = pair(random);
                early.add(MeasuredResponse.of(pair.early().trace(), OPTIONS));
                late.add(MeasuredResponse.of(pair.late().trace(), OPTIONS));
            }
            assertThat(goodput(late)).as("seed %d, run %d", SEED, i).isLessThanOrEqualTo(goodput(early));
        }
    }

    private static double goodput(RunTally tally) {
        return tally.result()
                .arms()
                .get(0)
                .metric("goodput")
                .distribution()
                .orElseThrow()
                .mean();
    }

    @Test
    void aMetricThatDoesNotSayCannotBeBuilt() {
        assertThatThrownBy(() -> MetricInfo.of("some-metric", "some metric").source("nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("some-metric")
                .hasMessageContaining("notDelayMonotone(reason)");
    }

    @Test
    void aPresetThatNamesAnUnfitMetricNamesAFitOneBesideIt() {
        for (String preset : Presets.names()) {
            assertThat(Presets.rules(preset))
                    .as(preset)
                    .flatExtracting(rule -> rule.condition().metrics())
                    .anyMatch(metric -> metric.info().delayMonotone());
        }
    }
}
