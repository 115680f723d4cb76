package dev.streamux.simulations.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.ReferenceCountUtil;

/** Passes bytes on to the peer's connection, with its end, its reset and its back-pressure: an upgraded connection. */
// Writes and closes report their failure through channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class RawRelay extends ChannelInboundHandlerAdapter {
    private final Channel peer;

    RawRelay(Channel peer) {
        this.peer = peer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            peer.writeAndFlush(bytes);
            if (!peer.isWritable()) {
                ctx.channel().config().setAutoRead(false);
            }
        } else {
            // The empty body of the handshake.
            assert message instanceof HttpContent;
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        peer.config().setAutoRead(ctx.channel().isWritable());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        peer.config().setOption(ChannelOption.SO_LINGER, 0);
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        peer.flush();
        peer.close();
    }
}
