package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import io.netty.handler.codec.http.FullHttpRequest;

/** An HTTP/1.1 connection, whatever reads its socket. Belongs to its event loop. */
public interface HttpLine extends Line {
    /** Who takes the responses that arrive. */
    HttpSlot slot();

    /** Hands a request to the socket; a failure is told to the slot. */
    void write(FullHttpRequest request);

    @Override
    default void send(FullHttpRequest request, ResponseSink sink) {
        slot().attach(sink);
        write(request);
    }

    @Override
    default void detach() {
        slot().detach();
    }

    @Override
    default boolean isReusable() {
        return slot().keepAlive() && isOpen();
    }
}
