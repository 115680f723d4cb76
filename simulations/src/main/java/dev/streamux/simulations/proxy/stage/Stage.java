package dev.streamux.simulations.proxy.stage;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;

/**
 * One step on the way of an answer from the origin to the client; the last step writes to the client's socket.
 *
 * <p>Calls come in the order head, any number of bodies, end, all on one event loop. After {@link #end} or
 * {@link #release} nothing more may be passed on.
 */
public interface Stage {
    /** The status line and headers are there. */
    void head(HttpResponse response);

    /** Further bytes of the body; the stage owns the buffer from now on. */
    void body(ByteBuf bytes);

    /** The body is over. */
    void end(Ending ending);

    /** The exchange is over without an end, for instance because the client left: lets go of buffers and timers. */
    void release();
}
