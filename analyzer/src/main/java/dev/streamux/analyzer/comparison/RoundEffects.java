package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.comparison.observation.ArmObservations.Measured;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.ClusterBootstrap;
import dev.streamux.analyzer.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The difference of the arms in every round, for the doubt that responses of one round share.
 *
 * <p>Two runs of the same thing differ more than their responses say, because a round catches the machine in one mood.
 * So the interval over responses is widened by one that redraws rounds.
 */
final class RoundEffects {
    private static final int REPLICATES = 1000;
    // Any fixed seed: the same traces give the same result, byte for byte.
    private static final long SEED = 0x5EED;

    private RoundEffects() {}

    /**
     * The interval of the mean difference of the rounds' medians; empty if no round holds two responses of an arm (then
     * a pair is a round already), if rounds are not noted, or if fewer than five are shared.
     *
     * @param scale applied to values before they are subtracted: the identity or the logarithm
     */
    static Optional<Bounds> interval(Match match, double confidence, DoubleUnaryOperator scale) {
        Map<String, List<Double>> first = byRound(match.baseline(), scale);
        Map<String, List<Double>> second = byRound(match.candidate(), scale);
        first.keySet().retainAll(second.keySet());
        boolean several = first.values().stream().anyMatch(values -> values.size() > 1);
        if (!several || first.size() < ClusterBootstrap.MINIMUM_CLUSTERS) {
            return Optional.empty();
        }
        double[] effects = first.entrySet().stream()
                .mapToDouble(round -> median(second.getOrDefault(round.getKey(), List.of())) - median(round.getValue()))
                .toArray();
        ClusterBootstrap bootstrap = new ClusterBootstrap(REPLICATES, new SplittableRandom(SEED));
        return Optional.of(bootstrap.interval(effects.length, confidence, drawn -> mean(drawn, effects)));
    }

    private static Map<String, List<Double>> byRound(List<Measured> values, DoubleUnaryOperator scale) {
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        for (Measured value : values) {
            value.round()
                    .ifPresent(round -> rounds.computeIfAbsent(round, key -> new ArrayList<>())
                            .add(scale.applyAsDouble(value.value())));
        }
        return rounds;
    }

    private static double median(List<Double> values) {
        return Sample.of(values).median();
    }

    private static double mean(int[] drawn, double[] effects) {
        double sum = 0;
        for (int index : drawn) {
            sum += effects[index];
        }
        return sum / drawn.length;
    }
}
