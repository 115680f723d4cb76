package dev.streamux.simulations.client.transport.line;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;

/** Receives one HTTP response on the event loop. Exactly one of {@link #onEnd} and {@link #onBroken} comes last. */
public interface ResponseSink {
    /** The status line and the headers. */
    void onHeaders(HttpResponse response);

    /** A piece of the body, not empty; the buffer is only lent. */
    void onContent(ByteBuf content);

    /** A WebSocket text message; the buffer is only lent. */
    default void onMessage(ByteBuf text, int wireBytes) {}

    /** Everything that could be read for now was handed on. */
    default void onReadComplete() {}

    /** The body ended as its framing demands. */
    void onEnd();

    /**
     * The connection was reset, closed too early, or sent what is no HTTP.
     *
     * @param reason what happened, in words
     */
    void onBroken(String reason);
}
