package dev.streamux.mockllm.guard;

import dev.streamux.trace.NanoClock;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stamps every read of a connection before anything is decoded.
 *
 * <p>A request arrives with the read that brought its last byte, so the stamp of the last read is its arrival.
 */
public final class Arrival extends ChannelInboundHandlerAdapter {
    private final NanoClock clock;
    private long lastReadNanos;

    /** For one connection; stamps with this clock. */
    public Arrival(NanoClock clock) {
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        lastReadNanos = clock.nanos();
        context.fireChannelRead(message);
    }

    /** When bytes were last read: monotonic, from run start. */
    public long lastReadNanos() {
        return lastReadNanos;
    }
}
