package dev.streamux.simulations.origin;

import dev.streamux.trace.NanoClock;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection of the origin. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails is a peer that left, which channelInactive tells.
final class OriginConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Announcements announcements;
    private final NanoClock clock;
    private final long seed;
    private @Nullable Answering current;

    OriginConnection(Announcements announcements, NanoClock clock, long seed) {
        this.announcements = announcements;
        this.clock = clock;
        this.seed = seed;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        boolean oldPeer = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (request.uri().startsWith("/ready")) {
            writeReady(ctx, oldPeer);
            return;
        }
        String id = id(request);
        Script script = announcements.script(id);
        EventText text = new EventText(script.eventBytes(), seed);
        current = new Answering(ctx.channel(), clock, script, text, oldPeer);
        announcements.add(id, current);
        current.begin();
    }

    private static void writeReady(ChannelHandlerContext ctx, boolean oldPeer) {
        FullHttpResponse ready = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer("ready\n", StandardCharsets.US_ASCII));
        ready.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain");
        ready.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        HttpUtil.setContentLength(ready, ready.content().readableBytes());
        ctx.writeAndFlush(ready);
        if (oldPeer) {
            ctx.close();
        }
    }

    private static String id(FullHttpRequest request) {
        String header = request.headers().get("X-Streamux-Id");
        if (header != null) {
            return header;
        }
        List<String> values = new QueryStringDecoder(request.uri()).parameters().getOrDefault("probe", List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (current != null) {
            current.closed();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
