package dev.streamux.analyzer.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.Observation;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final MetricInfo WAIT = MetricCatalog.require("reader-wait").info();
    private static final MetricInfo QOE = MetricCatalog.require("andes-qoe").info();
    private static final Tolerance TOLERANCE = Tolerance.defaultFor(Unit.MILLISECONDS);

    private final Comparer comparer = new Comparer(0.95);

    @Test
    void armsWithTheSameSeedsArePaired() {
        // Texts differ tenfold in length; every candidate takes 10 % longer than its partner.
        double[] base = IntStream.rangeClosed(1, 20).mapToDouble(i -> 500 * i).toArray();
        double[] slower = IntStream.rangeClosed(1, 20).mapToDouble(i -> 550 * i).toArray();
        Comparison paired = compare(Arms.seeded("a", WAIT.id(), base), Arms.seeded("b", WAIT.id(), slower));
        assertThat(paired.paired()).isTrue();
        assertThat(paired.ratio().orElseThrow().value()).isCloseTo(1.1, within(1e-9));
        assertThat(paired.verdict()).isEqualTo(ComparisonVerdict.SLOWER);
        // Without the seeds the spread of the texts hides it.
        Comparison unpaired = compare(Arms.of("a", WAIT.id(), base), Arms.of("b", WAIT.id(), slower));
        assertThat(unpaired.verdict()).isEqualTo(ComparisonVerdict.UNDECIDED);
        assertThat(PlainWords.of(unpaired)).startsWith("reader-wait: b may be higher or not than a, ");
    }

    @Test
    void aDifferenceWithinTheAbsoluteToleranceIsNone() {
        double[] base = IntStream.rangeClosed(1, 20).mapToDouble(i -> 50 + i).toArray();
        double[] slower = IntStream.rangeClosed(1, 20).mapToDouble(i -> 60 + i).toArray();
        assertThat(compare(Arms.seeded("a", WAIT.id(), base), Arms.seeded("b", WAIT.id(), slower))
                        .verdict())
                .isEqualTo(ComparisonVerdict.SAME); // 10 ms < 20 ms, although it is 16 %
    }

    @Test
    void moreOfAGoodThingIsFasterAndSaidToBeBetter() {
        double[] low =
                IntStream.rangeClosed(1, 20).mapToDouble(i -> 0.4 + i / 200.0).toArray();
        double[] high =
                IntStream.rangeClosed(1, 20).mapToDouble(i -> 0.7 + i / 200.0).toArray();
        Comparison comparison = comparer.compare(
                        QOE,
                        Arms.seeded("a", QOE.id(), low),
                        Arms.seeded("b", QOE.id(), high),
                        Tolerance.defaultFor(Unit.RATIO))
                .orElseThrow();
        assertThat(comparison.verdict()).isEqualTo(ComparisonVerdict.FASTER);
        assertThat(PlainWords.of(comparison)).startsWith("andes-qoe: b is better than a, +0.300, ratio ");
    }

    @Test
    void aZeroLeavesTheShiftOnly() {
        Comparison comparison = compare(
                Arms.of("a", WAIT.id(), 0, 0, 0, 0, 0, 0, 0, 0),
                Arms.of("b", WAIT.id(), 90, 91, 92, 93, 94, 95, 96, 97));
        assertThat(comparison.ratio()).isEmpty();
        assertThat(comparison.verdict()).isEqualTo(ComparisonVerdict.SLOWER);
    }

    @Test
    void aMetricThatAnArmLacksIsNotCompared() {
        ArmObservations empty = new ArmObservations(
                "b",
                Set.of("sse"),
                List.of(new Observation(Outcome.RESET, Optional.empty(), Optional.empty(), Map.of())),
                Optional.empty());
        assertThat(comparer.compare(WAIT, Arms.of("a", WAIT.id(), 1), empty, TOLERANCE))
                .isEmpty();
    }

    @Test
    void roundsThatDifferWidenTheInterval() {
        long seed = 4242;
        RandomGenerator random = new SplittableRandom(seed);
        List<Observation> base = new ArrayList<>();
        List<Observation> other = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            double moodA = Math.exp(0.3 * random.nextGaussian());
            double moodB = Math.exp(0.3 * random.nextGaussian());
            for (int i = 0; i < 30; i++) {
                Optional<String> name = Optional.of("" + round);
                base.add(Arms.observation(
                        Optional.empty(), name, WAIT.id(), 1000 * moodA * Math.exp(0.02 * random.nextGaussian())));
                other.add(Arms.observation(
                        Optional.empty(), name, WAIT.id(), 1000 * moodB * Math.exp(0.02 * random.nextGaussian())));
            }
        }
        Interval withRounds = interval(base, other);
        Interval without = interval(withoutRounds(base), withoutRounds(other));
        assertThat(withRounds.high() / withRounds.low())
                .as("seed %d", seed)
                .isGreaterThan(1.2 * without.high() / without.low());
    }

    private Interval interval(List<Observation> base, List<Observation> other) {
        ArmObservations a = new ArmObservations("a", Set.of("sse"), base, Optional.empty());
        ArmObservations b = new ArmObservations("b", Set.of("sse"), other, Optional.empty());
        return compare(a, b).ratio().orElseThrow().bounds().interval().orElseThrow();
    }

    private static List<Observation> withoutRounds(List<Observation> observations) {
        return observations.stream()
                .map(one -> new Observation(one.outcome(), one.pair(), Optional.empty(), one.values()))
                .toList();
    }

    private Comparison compare(ArmObservations a, ArmObservations b) {
        return comparer.compare(WAIT, a, b, TOLERANCE).orElseThrow();
    }
}
