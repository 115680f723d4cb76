package dev.streamux.simulations.client.transport;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;

/** The socket of an HTTP/1.1 connection, with what frames and stamps it. Belongs to its event loop. */
interface Wire {
    /** The loop that reads it. */
    EventLoop loop();

    /** The stamps of its reads. */
    ReadStamps stamps();

    /** Who takes the responses that arrive. */
    HttpSlot slot();

    /** Hands a request to the socket; a failure is told to the slot. */
    void write(FullHttpRequest request);

    /** Ends our direction and still reads the other; false if it cannot. */
    boolean endOutput();

    /** Whether it can still carry a request, as far as is known. */
    boolean isOpen();

    /** Runs {@code action} when it is closed, by whichever side. */
    void whenClosed(Runnable action);

    /** Closes it; a second call does nothing. */
    void close();
}
