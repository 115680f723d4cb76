package dev.streamux.mockllm.stream;

import dev.streamux.protocol.chat.encode.EventBuffer;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * The way of one response to its client. Only the event loop of its connection may call it.
 *
 * <p>Writes are kept until {@link #flush}. After one of the four ends nothing more may be written.
 */
public interface Wire {
    /** Sends status and headers of a streamed body; how its end is told is the wire's own business. */
    void begin(int status, HttpHeaders headers);

    /** Sends a whole response with a body of known length. */
    void whole(int status, HttpHeaders headers, byte[] body);

    /** Adds bytes of the body, framed by themselves. */
    void write(byte[] bytes, int offset, int length);

    /** Adds what the buffer holds. */
    default void write(EventBuffer buffer) {
        write(buffer.array(), 0, buffer.length());
    }

    /** Adds bytes in pieces of this size, each handed to the socket by itself. */
    default void writePieces(byte[] bytes, int offset, int length, int piece) {
        for (int from = 0; from < length; from += piece) {
            write(bytes, offset + from, Math.min(piece, length - from));
            flush();
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

    /** Sends what keeps a silent connection alive below the body; false if the wire has nothing of that kind. */
    boolean ping();

    /** Ends the body as it should be ended. */
    void end();

    /** Ends the body as it should be ended, although the answer is not complete. */
    default void endEarly() {
        end();
    }

    /** Closes the connection without telling the body's end. */
    void cut();

    /** Resets the connection. */
    void reset();

    /** Stops reading, so that even the client's leaving goes unnoticed. */
    void playDead();
}
