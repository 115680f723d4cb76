package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.chat.decode.Signal;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Map;

/**
 * Sees what happens on the wire while it happens, on the event loop; an implementation must be quick and not throw.
 * Every time is nanoseconds on the clock of the client, from run start.
 */
public interface ResponseObserver {
    /** Observes nothing. */
    ResponseObserver NONE = new ResponseObserver() {};

    /** A connection is there, {@code reused} or made for this request. */
    default void onConnected(long nanos, boolean reused) {}

    /** The request was handed to the socket. */
    default void onSent(long nanos) {}

    /** The status line and the headers arrived; names are in lower case, every value kept. */
    default void onHeaders(long nanos, int status, Map<String, List<String>> headers) {}

    /**
     * One read of the socket: for TLS the encrypted bytes.
     *
     * @param bytes valid during the call only; neither to be changed nor released
     */
    default void onRead(long nanos, ByteBuf bytes) {}

    /**
     * A piece of the response's body, after TLS, HTTP framing and decompression.
     *
     * @param bytes valid during the call only
     * @param length how many of them
     */
    default void onBody(long nanos, byte[] bytes, int length) {}

    /** An event or frame with its type, its data and its bytes on the wire. */
    default void onEvent(long nanos, String type, String data, int wireBytes) {}

    /** The event just shown carries the mock's mark. */
    default void onMark(long nanos, Signal.Marked mark) {}

    /** A comment line of an event stream. */
    default void onComment(long nanos, String comment) {}
}
