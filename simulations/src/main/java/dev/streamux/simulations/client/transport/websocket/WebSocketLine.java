package dev.streamux.simulations.client.transport.websocket;

import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One open WebSocket. Belongs to its event loop. */
record WebSocketLine(Channel channel, ReadStamps stamps, WebSocketSlot slot) implements Line {
    private static final int NORMAL_CLOSURE = 1000;

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public void send(FullHttpRequest request, ResponseSink sink) {
        slot.attach(sink);
        // Only the body travels: it is the text of the first frame.
        channel.writeAndFlush(new TextWebSocketFrame(request.content())).addListener(written -> {
            if (!written.isSuccess()) {
                channel.pipeline().fireExceptionCaught(written.cause());
            }
        });
    }

    @Override
    public void detach() {
        slot.detach();
    }

    @Override
    public boolean isOpen() {
        return channel.isActive() && !slot.isClosing();
    }

    @Override
    public boolean isReusable() {
        return isOpen();
    }

    @Override
    public void whenClosed(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    @Override
    public void close() {
        channel.writeAndFlush(new CloseWebSocketFrame(NORMAL_CLOSURE, ""))
                .addListener(sent -> ChannelTypes.close(channel));
    }

    @Override
    public void cut() {
        ChannelTypes.close(channel);
    }
}
