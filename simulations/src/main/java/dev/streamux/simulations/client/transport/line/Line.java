package dev.streamux.simulations.client.transport.line;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;

/** A connection that carries one request at a time. Belongs to its event loop. */
public interface Line {
    /** The loop that reads it. */
    EventLoop loop();

    /** The stamps of its reads. */
    ReadStamps stamps();

    /** Hands the request to the socket and the response to {@code sink}; a failed write is told to the sink. */
    void send(FullHttpRequest request, ResponseSink sink);

    /** The response is nobody's any longer: the sink hears no more. */
    void detach();

    /** Whether it can carry a request, as far as is known. */
    boolean isOpen();

    /** Whether it can carry another request after the response that has just ended. */
    boolean isReusable();

    /** Ends our direction and still reads the other; false if it cannot. */
    default boolean endOutput() {
        return false;
    }

    /** Runs {@code action} when it is closed, by whichever side. */
    void whenClosed(Runnable action);

    /** Closes it in the order that its protocol wants; a second call does nothing. */
    void close();

    /** Closes it at once; a second call does nothing. */
    default void cut() {
        close();
    }
}
