package dev.streamux.reports.sample;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The question by which arms are compared best: one that every arm answered, and whose answers are the most typical of
 * their arms taken together. Answers to one seed have one text, so what differs between the arms is the delivery alone.
 */
final class SharedQuestion {
    private SharedQuestion() {}

    /** Its seed; empty if fewer than two arms have complete answers, or no seed is common to those that have. */
    static Optional<String> of(Collection<ArmIndex> arms) {
        List<Map<String, Double>> distances = arms.stream()
                .filter(ArmIndex::anyComplete)
                .map(ArmIndex::distances)
                .toList();
        if (distances.size() < 2) {
            return Optional.empty();
        }
        Map<String, Double> sums = new LinkedHashMap<>(distances.get(0));
        for (Map<String, Double> more : distances.subList(1, distances.size())) {
            sums.keySet().retainAll(more.keySet());
            sums.replaceAll((seed, sum) -> sum + more.getOrDefault(seed, 0.0));
        }
        return sums.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
