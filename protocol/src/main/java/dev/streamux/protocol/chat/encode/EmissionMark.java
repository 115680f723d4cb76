package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.JsonText;

/**
 * The mark that an event carries inside its JSON, so that ground truth survives proxies that drop headers.
 *
 * <p>Every event's JSON object ends with a member {@code "streamux":{"id":"a1-000017","event":12,"nanos":        123}}:
 * the request's id, the event's index in the stream from 0, and the server's emission time. The time has a fixed width,
 * right-aligned with spaces (white space between JSON tokens means nothing), so that it is written in place just before
 * the bytes leave. Without marks only the first event has the member, with {@code id} alone.
 */
public final class EmissionMark {

    /** The member's name. */
    public static final String MEMBER = "streamux";

    /** Bytes that the time takes: as many as the digits of {@link Long#MAX_VALUE}. */
    public static final int WIDTH = 19;

    private EmissionMark() {}

    /** The member of a body that is not streamed, with the comma before it: the request's id alone. */
    public static String bodyMember(AnswerIdentity identity) {
        return ",\"" + MEMBER + "\":{\"id\":" + JsonText.quote(identity.requestId()) + '}';
    }

    /**
     * Writes a time right-aligned into {@link #WIDTH} bytes.
     *
     * @param nanos ≥ 0, on the server's monotonic clock
     */
    public static void write(long nanos, byte[] target, int offset) {
        long rest = nanos;
        int i = offset + WIDTH - 1;
        do {
            target[i--] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        while (i >= offset) {
            target[i--] = ' ';
        }
    }
}
