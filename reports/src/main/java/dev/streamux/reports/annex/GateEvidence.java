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
 * @param remarks what is of the whole gate, a sentence each: the baseline run, the look, how it was decided early, notes
 * @param rules every rule and arm that it judged
 */
public record GateEvidence(String verdict, List<String> remarks, List<Judged> rules) {
    public GateEvidence {
        remarks = List.copyOf(remarks);
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
        return new GateEvidence(root.path("verdict").asText(), remarks(root), rules);
    }

    private static List<String> remarks(JsonNode root) {
        List<String> remarks = new ArrayList<>();
        String baseline = root.path("baselineRun").path("text").asText();
        if (!baseline.isEmpty()) {
            remarks.add("Baseline: " + baseline + ".");
        }
        JsonNode look = root.path("look");
        if (!look.path("text").asText().isEmpty()) {
            List<String> decided = JsonFile.texts(look.path("decidedBy"));
            remarks.add("Look " + look.path("text").asText()
                    + (decided.isEmpty() ? "" : ": " + String.join("; ", decided)) + ".");
        }
        JsonFile.texts(root.path("notes")).forEach(note -> remarks.add("Note: " + note + "."));
        return remarks;
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
