package dev.streamux.protocol.chat.request;

import java.util.List;
import java.util.OptionalInt;

/**
 * What may end the answer early.
 *
 * @param maxTokens the most output tokens, ≥ 1
 * @param stop stop sequences, none empty
 */
public record Limits(OptionalInt maxTokens, List<String> stop) {

    /** No limit. */
    public static final Limits NONE = new Limits(OptionalInt.empty(), List.of());

    /** Copies the list. */
    public Limits {
        stop = List.copyOf(stop);
    }
}
