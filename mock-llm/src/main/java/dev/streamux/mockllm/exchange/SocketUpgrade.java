package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.Bounds;
import dev.streamux.mockllm.guard.Arrival;
import dev.streamux.mockllm.guard.BodyGate;
import dev.streamux.mockllm.guard.RequestTimer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** Turns a connection into the vendor's Responses WebSocket. Any other offer to upgrade is ignored, as HTTP allows. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
final class SocketUpgrade {
    /** What a handshake that is none gets to hear. */
    static final String REFUSAL = "a WebSocket handshake needs Sec-WebSocket-Key and Sec-WebSocket-Version: 13";

    private static final String PATH = "/v1/responses";

    /** What RFC 6455 §4.2.1 asks for. */
    private static final String VERSION = "13";

    private SocketUpgrade() {}

    /** Whether the request asks for the WebSocket. */
    static boolean wants(FullHttpRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true)
                && new QueryStringDecoder(request.uri()).path().equals(PATH);
    }

    /** Answers the handshake and puts the session in the place of the HTTP handlers; false if it is none. */
    static boolean upgrade(Core core, Arrival arrival, ChannelHandlerContext context, FullHttpRequest request) {
        if (!request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
                || !VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            return false;
        }
        Bounds bounds = core.config().bounds();
        String location = "ws://" + request.headers().get(HttpHeaderNames.HOST) + PATH;
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory(location, null, false, bounds.bodyBytes()).newHandshaker(request);
        HttpHeaders own = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        HttpHeaders headers = request.headers().copy();
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove(RequestTimer.class);
        pipeline.remove(BodyGate.class);
        handshaker.handshake(context.channel(), request, own, context.channel().newPromise());
        pipeline.addLast(new WebSocketFrameAggregator(bounds.bodyBytes()));
        pipeline.addLast(new SocketSession(core, arrival, headers));
        pipeline.remove(context.handler());
        return true;
    }
}
