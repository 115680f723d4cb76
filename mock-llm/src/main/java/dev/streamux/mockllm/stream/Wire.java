package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.protocol.chat.encode.EventBuffer;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * The way of one response to its client. Only the event loop of its connection may call it.
 *
 * <p>Writes are kept until {@link #flush}. After one of the ends nothing more may be written.
 */
public interface Wire {
    /** Sends status and headers of a body to come. Without a Content-Length its end is told in the wire's own way. */
    void begin(int status, HttpHeaders headers);

    /** Sends a whole response with a body of known length. */
    void whole(int status, HttpHeaders headers, byte[] body);

    /** Adds bytes of the body, framed by themselves. */
    void write(byte[] bytes, int offset, int length);

    /** Adds what the buffer holds. */
    default void write(EventBuffer buffer) {
        write(buffer.array(), 0, buffer.length());
    }

    /** Hands a piece of a message to the socket by itself; {@code last} tells that the message ends with it. */
    default void writePiece(byte[] bytes, int offset, int length, boolean last) {
        write(bytes, offset, length);
        flush();
    }

    /** Adds a message in pieces of this size, each handed to the socket by itself. */
    default void writePieces(byte[] bytes, int offset, int length, int piece) {
        for (int from = 0; from < length; from += piece) {
            int count = Math.min(piece, length - from);
            writePiece(bytes, offset + from, count, from + count == length);
        }
    }

    /** Hands what was written to the socket. */
    void flush();

    /** Whether the client reads fast enough that more may be written. */
    boolean writable();

    /** Whether the socket has taken all that was flushed. */
    boolean drained();

    /** Calls back on the event loop once the socket has taken all that was flushed. */
    void whenDrained(Runnable callback);

    /** Calls back on the event loop, perhaps at once, when the socket has taken all that was flushed or is closed. */
    void whenIdle(Runnable callback);

    /** Sends what keeps a silent connection alive below the body; false if the wire has nothing of that kind. */
    boolean ping();

    /** Ends the body as it should be ended. */
    void end();

    /** Ends the body as it should be ended, although the answer is not complete. */
    default void endEarly() {
        end();
    }

    /** Whether other answers share the connection, so that a fault's scope makes a difference. */
    default boolean shared() {
        return false;
    }

    /** Tells the client to ask nothing more on this connection; only what is {@link #shared} can. */
    default void goAway() {
        throw new IllegalStateException("only HTTP/2 has a GOAWAY");
    }

    /** Closes without telling the body's end. */
    void cut(Fault.Scope scope);

    /** Resets. */
    void reset(Fault.Scope scope);

    /** Sends nothing more, not even what the protocol below the answer asks for. Still listens, so that leaving is noticed. */
    void playDead(Fault.Scope scope);
}
