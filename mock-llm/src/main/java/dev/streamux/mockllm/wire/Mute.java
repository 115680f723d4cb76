package dev.streamux.mockllm.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

/**
 * Lets nothing out of a connection any more: no pong, no acknowledgement of a ping or of settings, no good-bye.
 *
 * <p>It still listens, so who leaves is noticed. Stands next to the socket, below TLS.
 */
final class Mute extends ChannelOutboundHandlerAdapter {
    private Mute() {}

    /** Silences this connection for good. */
    static void add(Channel connection) {
        if (connection.pipeline().get(Mute.class) == null) {
            connection.pipeline().addFirst(new Mute());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ReferenceCountUtil.release(message);
        promise.trySuccess();
    }
}
