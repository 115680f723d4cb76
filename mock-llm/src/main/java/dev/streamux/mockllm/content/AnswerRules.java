package dev.streamux.mockllm.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers by what the person said: a list of rules, the first that fits wins.
 *
 * <p>The format is a JSON array of objects {@code {"when":"weather","text":"It rains.","reasoning":"Let me see."}}.
 * {@code when} is looked for in the person's last message, in any case; without it the rule always fits.
 *
 * @param rules in order
 */
public record AnswerRules(List<Rule> rules) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the list. */
    public AnswerRules {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param when part of the person's last message; empty fits every message
     * @param text the answer, not empty
     * @param reasoning the thinking before it, may be empty
     */
    public record Rule(String when, String text, String reasoning) {

        boolean fits(String message) {
            return message.toLowerCase(Locale.ROOT).contains(when.toLowerCase(Locale.ROOT));
        }
    }

    /** The first rule that fits the message. */
    public Optional<Rule> find(String message) {
        return rules.stream().filter(rule -> rule.fits(message)).findFirst();
    }

    /**
     * The rules in a JSON text.
     *
     * @throws InvalidInputException if it is not such an array; the message names the rule and the field
     */
    public static AnswerRules parse(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("the answers are not JSON: " + e.getOriginalMessage()
                    + "; they must be an array of objects with \"when\" and \"text\"");
        }
        if (!root.isArray()) {
            throw new InvalidInputException("the answers must be a JSON array of objects with \"when\" and \"text\"");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : root) {
            String text = node.path("text").asText();
            if (text.isEmpty()) {
                throw new InvalidInputException(
                        "answers[" + rules.size() + "].text is missing or empty; it must be the answer's text");
            }
            rules.add(new Rule(
                    node.path("when").asText(), text, node.path("reasoning").asText()));
        }
        return new AnswerRules(rules);
    }
}
