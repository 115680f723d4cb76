package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.check.Counters;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections and turns away those that are too many, in words. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class ConnectionGate extends ChannelInboundHandlerAdapter {
    private final AtomicInteger connections;
    private final Counters counters;
    private final int most;
    private boolean counted;

    /**
     * A gate for one connection.
     *
     * @param connections of the whole server
     * @param counters where those turned away are counted
     * @param most how many there may be
     */
    public ConnectionGate(AtomicInteger connections, Counters counters, int most) {
        this.connections = connections;
        this.counters = counters;
        this.most = most;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        counted = true;
        int open = connections.incrementAndGet();
        if (open <= most) {
            context.fireChannelActive();
            return;
        }
        counters.turnAway();
        ByteBuf out = Refusals.raw(
                503, "Service Unavailable", "overloaded", "the mock has " + most + " connections, which is its limit");
        context.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (counted) {
            counted = false;
            connections.decrementAndGet();
        }
        context.fireChannelInactive();
    }
}
