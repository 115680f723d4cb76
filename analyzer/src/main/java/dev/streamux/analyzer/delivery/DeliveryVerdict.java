package dev.streamux.analyzer.delivery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the answers of an arm came, with the evidence.
 *
 * @param kind the kind of most answers; of two equally frequent the worse
 * @param responses how many answers there are of each kind
 * @param evidence name to median over answers, such as {@code largestBurstShare} and {@code distinctArrivals}
 * @param reason one sentence for people
 */
public record DeliveryVerdict(
        DeliveryKind kind, Map<DeliveryKind, Long> responses, Map<String, Double> evidence, String reason) {
    public DeliveryVerdict {
        responses = Collections.unmodifiableMap(new LinkedHashMap<>(responses));
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
