package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpRequest;

/** A socket that Netty reads; its reads are stamped by this program. */
record ChannelLine(Channel channel, ReadStamps stamps, HttpSlot slot) implements HttpLine {
    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public void write(FullHttpRequest request) {
        // A failed write closes the connection, which the slot reports.
        channel.writeAndFlush(request).addListener(written -> {
            if (!written.isSuccess()) {
                channel.pipeline().fireExceptionCaught(written.cause());
            }
        });
    }

    @Override
    public boolean endOutput() {
        if (!(channel instanceof DuplexChannel duplex) || !channel.isActive()) {
            return false;
        }
        ChannelFuture unused = duplex.shutdownOutput();
        return true;
    }

    @Override
    public boolean isOpen() {
        return channel.isActive();
    }

    @Override
    public void whenClosed(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    @Override
    public void close() {
        ChannelTypes.close(channel);
    }
}
