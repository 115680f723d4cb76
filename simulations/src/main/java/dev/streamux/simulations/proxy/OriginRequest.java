package dev.streamux.simulations.proxy;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** What the origin is asked, made from what the client asked. */
final class OriginRequest {
    private OriginRequest() {}

    /** A request for the origin with a body of its own; the client's request stays as it is. */
    static FullHttpRequest of(FullHttpRequest client, ProxyConfig config) {
        HttpHeaders headers = client.headers().copy();
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                client.method(),
                config.pathPrefix() + path(client.uri()),
                client.content().retainedDuplicate(),
                headers,
                EmptyHttpHeaders.INSTANCE);
        headers.remove(HttpHeaderNames.EXPECT).remove("keep-alive").remove("proxy-connection");
        headers.set(HttpHeaderNames.HOST, authority(config));
        if (!isWebSocket(client)) {
            headers.remove(HttpHeaderNames.UPGRADE).remove("http2-settings");
            // One connection a request: the end of the connection is then the end of this answer alone.
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            boolean hasBody = client.content().isReadable()
                    || client.method().equals(HttpMethod.POST)
                    || client.method().equals(HttpMethod.PUT);
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING).remove(HttpHeaderNames.CONTENT_LENGTH);
            if (hasBody) {
                HttpUtil.setContentLength(request, client.content().readableBytes());
            }
        }
        return request;
    }

    /** Whether the client asks for a WebSocket. */
    static boolean isWebSocket(FullHttpRequest client) {
        return client.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private static String path(String uri) {
        int scheme = uri.indexOf("://");
        if (scheme < 0 || uri.startsWith("/")) {
            return uri;
        }
        int slash = uri.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : uri.substring(slash);
    }

    private static String authority(ProxyConfig config) {
        String host = config.target().getHost();
        return config.target().getPort() < 0 ? host : host + ":" + config.targetPort();
    }
}
