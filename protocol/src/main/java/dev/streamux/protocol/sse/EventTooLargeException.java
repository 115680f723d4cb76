package dev.streamux.protocol.sse;

/** An event grew beyond the limit of its decoder. The stream cannot be read any further. */
public final class EventTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception for an event above {@code limitBytes}. */
    public EventTooLargeException(int limitBytes) {
        super("one event of the stream is larger than " + limitBytes + " bytes, the limit for one event");
    }
}
