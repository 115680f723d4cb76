package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.check.Counters;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.IOException;

/**
 * Stands last on an HTTP/2 connection and takes what goes wrong on it.
 *
 * <p>A peer that breaks the protocol was told so by a GOAWAY and is closed by the codec; that is its own affair and no news.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a close that fails has nobody left to tell
public final class BrokenPeer extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(BrokenPeer.class.getName());

    private final Counters counters;

    /** Counts in these. */
    public BrokenPeer(Counters counters) {
        this.counters = counters;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean theirs =
                cause instanceof IOException || cause instanceof CodecException || cause instanceof Http2Exception;
        LOG.log(theirs ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, "connection broken: " + cause, cause);
        if (cause instanceof Http2Exception) {
            counters.turnAway();
        }
        if (!theirs) {
            context.close();
        }
    }
}
