package dev.streamux.protocol.chat;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the answer travels. */
public enum Delivery {
    /** Server-sent events over HTTP. */
    SSE("sse"),
    /** One JSON body at the end. */
    JSON("json"),
    /** One JSON text frame an event. */
    WEBSOCKET("websocket");

    private final String word;

    Delivery(String word) {
        this.word = word;
    }

    /** The word in scenario and trace files. */
    public String word() {
        return word;
    }

    /** Every word that {@link #parse} accepts, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Delivery::word).collect(Collectors.joining(", "));
    }

    /**
     * The delivery with this word.
     *
     * @throws IllegalArgumentException if none has it
     */
    public static Delivery parse(String word) {
        for (Delivery delivery : values()) {
            if (delivery.word.equals(word)) {
                return delivery;
            }
        }
        throw new IllegalArgumentException("delivery is \"" + word + "\"; it must be one of " + words());
    }
}
