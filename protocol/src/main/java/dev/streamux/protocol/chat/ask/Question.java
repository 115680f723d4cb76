package dev.streamux.protocol.chat.ask;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A question in no dialect yet.
 *
 * @param model the model's name
 * @param messages the conversation, oldest first; at least one
 * @param maxTokens the most tokens of the answer, &gt; 0; empty leaves it to the server where the dialect allows that
 * @param includeUsage whether to ask for token counts in the stream, where the dialect makes that a choice
 * @param metadata string pairs for the server, such as the mock's knobs; may be empty
 */
public record Question(
        String model, List<Turn> messages, OptionalInt maxTokens, boolean includeUsage, Map<String, String> metadata) {
    public Question {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages is empty; a request needs at least one");
        }
        if (maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
            throw new IllegalArgumentException("maxTokens is " + maxTokens.getAsInt() + "; it must be >= 1");
        }
        messages = List.copyOf(messages);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
