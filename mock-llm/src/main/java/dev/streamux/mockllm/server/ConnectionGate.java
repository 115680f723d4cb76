package dev.streamux.mockllm.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Counts connections and turns away those that are too many, in words. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
final class ConnectionGate extends ChannelInboundHandlerAdapter {
    private final Core core;
    private boolean counted;

    ConnectionGate(Core core) {
        this.core = core;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        counted = true;
        int open = core.connections().incrementAndGet();
        int most = core.config().bounds().connections();
        if (open <= most) {
            context.fireChannelActive();
            return;
        }
        ByteBuf out = Refusals.raw(
                503, "Service Unavailable", "overloaded", "the mock has " + most + " connections, which is its limit");
        context.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (counted) {
            counted = false;
            core.connections().decrementAndGet();
        }
        context.fireChannelInactive();
    }
}
