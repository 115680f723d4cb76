package dev.streamux.simulations.client.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection: one request at a time. Belongs to its event loop. */
final class HttpConnection implements PooledConnection {
    private final Channel channel;
    private final Origin origin;
    private final ReadStamps stamps;
    private final HttpSlot slot;
    private int requests;
    private @Nullable ScheduledFuture<?> idleEnd;

    HttpConnection(Channel channel, Origin origin, ReadStamps stamps, HttpSlot slot) {
        this.channel = channel;
        this.origin = origin;
        this.stamps = stamps;
        this.slot = slot;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public void whenClosed(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    @Override
    public boolean isOpen() {
        return channel.isActive();
    }

    @Override
    public void close() {
        ChannelTypes.close(channel);
    }

    @Override
    public void rest(Duration limit) {
        idleEnd = channel.eventLoop().schedule(this::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Lease lease(Consumer<PooledConnection> giveBack) {
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        boolean used = requests++ > 0;
        return new Use(used, giveBack);
    }

    private final class Use implements Lease {
        private final boolean reused;
        private final Consumer<PooledConnection> giveBack;

        Use(boolean reused, Consumer<PooledConnection> giveBack) {
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
        public void showReadsTo(ReadStamps.ReadSink sink) {
            stamps.showTo(sink);
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink sink) {
            slot.attach(sink);
            // A failed write closes the connection, which the slot reports.
            channel.writeAndFlush(request).addListener(written -> {
                if (!written.isSuccess()) {
                    channel.pipeline().fireExceptionCaught(written.cause());
                }
            });
        }

        @Override
        public void release() {
            stamps.showTo(null);
            slot.detach();
            if (slot.keepAlive() && channel.isActive()) {
                giveBack.accept(HttpConnection.this);
            } else {
                HttpConnection.this.close();
            }
        }

        @Override
        public void abort() {
            stamps.showTo(null);
            slot.detach();
            HttpConnection.this.close();
        }

        @Override
        public boolean leave() {
            if (!(channel instanceof DuplexChannel duplex) || !channel.isActive()) {
                abort();
                return false;
            }
            stamps.showTo(null);
            // The server sees the same end of stream as after a close; what it had sent can still be counted.
            ChannelFuture unused = duplex.shutdownOutput();
            return true;
        }

        @Override
        public boolean survivesAbort() {
            return false;
        }
    }
}
