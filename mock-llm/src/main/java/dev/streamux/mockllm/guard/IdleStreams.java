package dev.streamux.mockllm.guard;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends an HTTP/2 connection on which no stream has been open for the idle time, with a GOAWAY that says so. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class IdleStreams extends ChannelInboundHandlerAdapter {
    private final Http2Connection connection;
    private final Duration idleTime;
    private @Nullable ScheduledFuture<?> timer;

    /** Watches the streams of this connection. */
    public IdleStreams(Http2Connection connection, Duration idleTime) {
        this.connection = connection;
        this.idleTime = idleTime;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        restart(context);
        connection.addListener(new Http2ConnectionAdapter() {
            @Override
            public void onStreamActive(Http2Stream stream) {
                stop();
            }

            @Override
            public void onStreamRemoved(Http2Stream stream) {
                if (connection.numActiveStreams() == 0 && context.channel().isActive()) {
                    restart(context);
                }
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void restart(ChannelHandlerContext context) {
        stop();
        timer = context.executor().schedule(() -> expire(context), idleTime.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire(ChannelHandlerContext context) {
        String words = "no request for " + idleTime.toMillis() + " ms";
        context.writeAndFlush(
                        new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR, ByteBufUtil.writeUtf8(context.alloc(), words)))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
