package dev.streamux.protocol.sse;

import java.util.OptionalLong;

/**
 * One dispatched server-sent event.
 *
 * @param type the last {@code event} field of the block, {@code message} if there was none or it was empty
 * @param data the {@code data} lines, joined by one line feed; may be empty if the block had one empty data line
 * @param lastEventId the last {@code id} of the stream so far, {@code ""} before the first
 * @param retryMillis the {@code retry} field that arrived since the event before this one, milliseconds
 * @param wireBytes bytes of the block as received, fields that are ignored and the closing blank line included, &gt; 0
 */
public record SseEvent(String type, String data, String lastEventId, OptionalLong retryMillis, int wireBytes) {
    /** The type of an event that names none. */
    public static final String DEFAULT_TYPE = "message";
}
