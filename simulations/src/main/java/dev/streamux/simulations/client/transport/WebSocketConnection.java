package dev.streamux.simulations.client.transport;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open WebSocket that a pool can keep: one response at a time. Belongs to its event loop. */
final class WebSocketConnection implements Kept {
    private static final int NORMAL_CLOSURE = 1000;

    private final Channel channel;
    private final ReadStamps stamps;
    private final WebSocketSlot slot;
    private int requests;
    private @Nullable ScheduledFuture<?> idleEnd;

    WebSocketConnection(Channel channel, ReadStamps stamps, WebSocketSlot slot) {
        this.channel = channel;
        this.stamps = stamps;
        this.slot = slot;
    }

    @Override
    public boolean isOpen() {
        return channel.isActive() && !slot.isClosing();
    }

    @Override
    public void rest(Duration limit) {
        idleEnd = channel.eventLoop().schedule(this::close, limit.toMillis(), TimeUnit.MILLISECONDS);
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

    /** The use for one request; {@code giveBack} takes the connection when it may be used again. */
    Lease lease(Consumer<WebSocketConnection> giveBack) {
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        return new Use(requests++ > 0, giveBack);
    }

    private final class Use implements Lease {
        private final boolean reused;
        private final Consumer<WebSocketConnection> giveBack;

        Use(boolean reused, Consumer<WebSocketConnection> giveBack) {
            this.reused = reused;
            this.giveBack = giveBack;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public ReadStamps stamps() {
            return stamps;
        }

        @Override
        public void showReadsTo(ReadStamps.ReadSink to) {
            stamps.showTo(to);
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink to) {
            slot.attach(to);
            // Only the body travels: it is the text of the first frame.
            channel.writeAndFlush(new TextWebSocketFrame(request.content())).addListener(written -> {
                if (!written.isSuccess()) {
                    channel.pipeline().fireExceptionCaught(written.cause());
                }
            });
        }

        @Override
        public void release() {
            stamps.showTo(null);
            slot.detach();
            if (isOpen()) {
                giveBack.accept(WebSocketConnection.this);
            } else {
                close();
            }
        }

        @Override
        public void abort() {
            stamps.showTo(null);
            slot.detach();
            ChannelTypes.close(channel);
        }

        @Override
        public boolean survivesAbort() {
            return false;
        }
    }
}
