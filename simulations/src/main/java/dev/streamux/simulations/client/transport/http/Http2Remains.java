package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.ResponseSink;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.handler.codec.http2.Http2FrameLogger;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.handler.logging.LogLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What still arrives for streams of one HTTP/2 connection that we have reset. Netty drops such frames, so they are seen
 * where it logs frames. A ping follows each reset: a server answers it after whatever it wrote before it saw the reset, so
 * its answer marks the end. Belongs to the connection's event loop.
 */
final class Http2Remains extends ChannelInboundHandlerAdapter {
    private final Map<Integer, ResponseSink> left = new LinkedHashMap<>();
    private final Map<Long, Integer> pings = new LinkedHashMap<>();
    private long lastPing;

    /** Where Netty shows every frame of the connection. */
    Http2FrameLogger frames() {
        return new Http2FrameLogger(LogLevel.TRACE) {
            @Override
            public void logData(
                    Direction direction,
                    ChannelHandlerContext context,
                    int streamId,
                    ByteBuf data,
                    int padding,
                    boolean endStream) {
                ResponseSink sink = direction == Direction.INBOUND ? left.get(streamId) : null;
                if (sink != null && data.isReadable()) {
                    sink.onContent(data.duplicate());
                }
            }
        };
    }

    /**
     * Hands on what still arrives for a stream that was just reset, until a ping says that this was all.
     *
     * @return whether the connection can tell
     */
    boolean follow(int streamId, ResponseSink sink, Channel channel) {
        if (!channel.isActive()) {
            return false;
        }
        long ping = ++lastPing;
        left.put(streamId, sink);
        pings.put(ping, streamId);
        channel.writeAndFlush(new DefaultHttp2PingFrame(ping, false)).addListener(written -> {
            if (!written.isSuccess()) {
                over(ping);
            }
        });
        return true;
    }

    private void over(long ping) {
        @Nullable Integer streamId = pings.remove(ping);
        @Nullable ResponseSink sink = streamId == null ? null : left.remove(streamId);
        if (sink != null) {
            sink.onEnd();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof Http2PingFrame ping && ping.ack()) {
            over(ping.content());
        }
        super.channelRead(context, message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        for (long ping : pings.keySet().toArray(new Long[0])) {
            over(ping);
        }
        super.channelInactive(context);
    }
}
