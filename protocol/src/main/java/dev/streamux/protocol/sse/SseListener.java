package dev.streamux.protocol.sse;

/** Receives what an {@link SseDecoder} finds, in the order of the stream and on the thread that feeds the decoder. */
@FunctionalInterface
public interface SseListener {
    /** An event was completed by its blank line. */
    void onEvent(SseEvent event);

    /**
     * A comment line was completed. Most servers send them to keep proxies from closing a silent connection.
     *
     * @param comment the text after the colon, one leading blank included if there was one
     */
    default void onComment(String comment) {}
}
