package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.comparison.observation.ArmObservations.Measured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of two arms, brought together.
 *
 * @param baseline values of the baseline
 * @param candidate values of the candidate; with {@code paired}, entry i answers the same seed as entry i of the baseline
 * @param paired whether the arms were matched
 */
record Match(List<Measured> baseline, List<Measured> candidate, boolean paired) {
    // Fewer matches mean that the arms answered other questions; dropping so many values would be a choice of ours.
    private static final double LEAST_MATCHED_SHARE = 0.8;

    /** Pairs if at least four fifths of the smaller arm have a partner, else all values as they are. */
    static Match of(List<Measured> baseline, List<Measured> candidate) {
        Map<String, Measured> byPair = new HashMap<>();
        for (Measured value : baseline) {
            value.pair().ifPresent(pair -> byPair.put(pair, value));
        }
        List<Measured> first = new ArrayList<>();
        List<Measured> second = new ArrayList<>();
        for (Measured value : candidate) {
            Optional<Measured> partner = value.pair().map(byPair::get);
            if (partner.isPresent()) {
                first.add(partner.get());
                second.add(value);
            }
        }
        int smaller = Math.min(baseline.size(), candidate.size());
        boolean enough = !first.isEmpty() && first.size() >= LEAST_MATCHED_SHARE * smaller;
        return enough ? new Match(first, second, true) : new Match(baseline, candidate, false);
    }
}
