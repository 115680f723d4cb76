package dev.streamux.mockllm.wire;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.stream.Wire;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;

/** What the wires on a TCP connection of their own have in common. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
abstract class SocketWire implements Wire {
    final ChannelHandlerContext context;
    final Channel channel;

    /** A wire that writes from this place in the pipeline towards the socket. */
    SocketWire(ChannelHandlerContext context) {
        this.context = context;
        this.channel = context.channel();
    }

    @Override
    public void flush() {
        context.flush();
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public boolean drained() {
        ChannelOutboundBuffer pending = channel.unsafe().outboundBuffer();
        return pending == null || pending.totalPendingWriteBytes() == 0;
    }

    @Override
    public void whenDrained(Runnable callback) {
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
            if (done.isSuccess()) {
                callback.run();
            }
        });
    }

    @Override
    public void whenIdle(Runnable callback) {
        if (drained()) {
            callback.run();
        } else {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> callback.run());
        }
    }

    @Override
    public void cut(Fault.Scope scope) {
        flush();
        channel.close();
    }

    /** Zero linger makes the close a reset; below the pipeline, so that TLS does not say good-bye. */
    @Override
    public void reset(Fault.Scope scope) {
        reset(channel);
    }

    static void reset(Channel connection) {
        if (connection.isOpen()) {
            connection.config().setOption(ChannelOption.SO_LINGER, 0);
            connection.unsafe().close(connection.newPromise());
        }
    }

    @Override
    public void playDead(Fault.Scope scope) {
        Mute.add(channel);
    }
}
