package dev.streamux.simulations.client.transport.line;

import io.netty.handler.codec.http.FullHttpRequest;

/** The use of a connection, or of a stream of one, for one request. Belongs to its event loop. */
public interface Lease {
    /** Whether the connection had been used before. */
    boolean reused();

    /** The stamps of its reads. */
    ReadStamps stamps();

    /** Shows raw reads; on a shared connection also those of other streams. */
    void showReadsTo(ReadStamps.ReadSink sink);

    /** Hands the request to the socket and the response to {@code sink}. */
    void send(FullHttpRequest request, ResponseSink sink);

    /** Ends the use after a whole response: the connection is kept for the next request if the server allows it. */
    void release();

    /** Ends the use in the middle: HTTP/1.1 can only close, HTTP/2 resets the stream. The sink hears no more. */
    void abort();

    /**
     * Ends the use in the middle as {@link #abort} does for the server, and still hands on what was under way: HTTP/1.1
     * ends its own direction, HTTP/2 resets the stream and pings. The sink hears the rest and its end; if the server does
     * not end it, {@link #abort} does.
     *
     * @return whether the sink hears more; else the use has ended
     */
    default boolean leave() {
        abort();
        return false;
    }

    /** Whether the connection can be used for another request after {@link #abort} or {@link #leave}. */
    boolean survivesAbort();
}
