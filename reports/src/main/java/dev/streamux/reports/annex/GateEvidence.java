package dev.streamux.reports.annex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the gate said of a run.
 *
 * @param verdict {@code pass}, {@code fail} or {@code inconclusive}
 * @param rules every rule and arm that it judged
 */
public record GateEvidence(String verdict, List<Judged> rules) {
    public GateEvidence {
        rules = List.copyOf(rules);
    }

    /**
     * A rule on an arm.
     *
     * @param text the rule as it was written
     * @param arm what it was held against
     * @param verdict {@code pass}, {@code fail} or {@code inconclusive}
     * @param message why, in a sentence
     * @param metric the metric of an absolute limit on a time; empty for other rules
     * @param limit that limit
     */
    public record Judged(
            String text,
            String arm,
            String verdict,
            String message,
            Optional<String> metric,
            Optional<GateLimit> limit) {}

    static GateEvidence of(JsonNode root) {
        List<Judged> rules = new ArrayList<>();
        root.path("outcomes").forEach(outcome -> rules.add(judged(outcome)));
        return new GateEvidence(root.path("verdict").asText(), rules);
    }

    private static Judged judged(JsonNode outcome) {
        JsonNode evidence = outcome.path("evidence");
        String quantity = evidence.path("quantity").asText();
        int dot = quantity.lastIndexOf('.');
        boolean time = dot > 0
                && evidence.path("unit").asText().equals("ms")
                && evidence.path("limit").isNumber();
        return new Judged(
                outcome.path("text").asText(),
                outcome.path("arm").asText(),
                outcome.path("verdict").asText(),
                outcome.path("message").asText(),
                time ? Optional.of(quantity.substring(0, dot)) : Optional.empty(),
                time
                        ? Optional.of(new GateLimit(
                                quantity.substring(dot + 1),
                                evidence.path("limit").asDouble()))
                        : Optional.empty());
    }

    List<GateLimit> limits(String metric) {
        return rules.stream()
                .filter(rule -> rule.metric().filter(metric::equals).isPresent())
                .flatMap(rule -> rule.limit().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(GateLimit::millis))
                .toList();
    }
}
