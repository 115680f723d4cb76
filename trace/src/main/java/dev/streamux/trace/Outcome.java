package dev.streamux.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a response ended. Only {@link #COMPLETE} enters the success distributions; the others are counted and shown.
 */
public enum Outcome {
    /** The terminal event of its protocol arrived. */
    COMPLETE,
    /** The body ended cleanly without the terminal event. */
    TRUNCATED,
    /** An error event arrived inside the stream. */
    ERROR,
    /** The connection was reset or closed in a way that its framing forbids. */
    RESET,
    /** Nothing arrived for as long as the idle limit allows. */
    STALLED,
    /** We stopped it on purpose. */
    CANCELLED,
    /** The HTTP status was 400 or above. */
    REJECTED,
    /** No connection could be made, or it ended before any response byte. */
    UNREACHABLE,
    /** The limit on the whole response was hit. */
    TIMEOUT;

    /** The word in trace files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every word that {@link #parse} accepts, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Outcome::word).collect(Collectors.joining(", "));
    }

    /**
     * The outcome with this word.
     *
     * @throws IllegalArgumentException if no outcome has it
     */
    public static Outcome parse(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome is \"" + word + "\"; it must be one of " + words());
    }
}
