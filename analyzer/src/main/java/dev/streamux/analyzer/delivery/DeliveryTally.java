package dev.streamux.analyzer.delivery;

import dev.streamux.analyzer.values.ValueStore;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the evidence of the answers of one arm. Not thread-safe; bounded memory. */
public final class DeliveryTally {
    private final Map<DeliveryKind, Long> responses = new EnumMap<>(DeliveryKind.class);
    private final Map<String, ValueStore> evidence = new LinkedHashMap<>();

    /** An empty tally. */
    public DeliveryTally() {
        for (DeliveryKind kind : DeliveryKind.values()) {
            responses.put(kind, 0L);
        }
    }

    /** Adds one answer. */
    public void add(DeliveryEvidence answer) {
        responses.merge(answer.kind(), 1L, Long::sum);
        note("largestBurstShare", answer.largestBurstShare());
        note("firstTextShare", answer.firstTextShare());
        note("distinctArrivals", answer.bursts());
        note("chunks", answer.chunks());
        note("aloneShare", answer.aloneShare());
        note("bytesPerBurst", answer.bytesPerBurst());
        note("millisBetweenBursts", answer.millisBetweenBursts());
    }

    private void note(String name, double value) {
        evidence.computeIfAbsent(name, key -> new ValueStore()).add(value);
    }

    /** The verdict; empty if there was no answer. */
    public Optional<DeliveryVerdict> verdict() {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        evidence.forEach((name, values) -> medians.put(name, values.quantile(0.5)));
        DeliveryKind most = DeliveryKind.STREAMED;
        for (DeliveryKind kind : DeliveryKind.values()) {
            most = count(kind) > 0 && count(kind) >= count(most) ? kind : most;
        }
        return Optional.of(new DeliveryVerdict(most, responses, medians, reason(most, medians)));
    }

    private long count(DeliveryKind kind) {
        return responses.getOrDefault(kind, 0L);
    }

    private static String reason(DeliveryKind kind, Map<String, Double> evidence) {
        double arrivals = evidence.getOrDefault("distinctArrivals", 0.0);
        double chunks = evidence.getOrDefault("chunks", 0.0);
        double share = evidence.getOrDefault("largestBurstShare", 0.0) * 100;
        double first = evidence.getOrDefault("firstTextShare", 0.0) * 100;
        return switch (kind) {
            case STREAMED ->
                String.format(
                        Locale.ROOT,
                        "%.0f chunks came in %.0f arrivals, the first text after %.0f %% of the wait for the last",
                        chunks,
                        arrivals,
                        first);
            case COALESCED ->
                String.format(
                        Locale.ROOT,
                        "%.0f chunks came in %.0f arrivals, about %.0f bytes every %.0f ms",
                        chunks,
                        arrivals,
                        evidence.getOrDefault("bytesPerBurst", 0.0),
                        evidence.getOrDefault("millisBetweenBursts", 0.0));
            case BUFFERED ->
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the text came at once, after %.0f %% of the wait for the last of it",
                        share,
                        first);
        };
    }
}
