package dev.streamux.simulations.client.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Opens sockets up to where HTTP begins: stamps first, then the tunnel, then TLS. */
final class SocketOpener {
    private final TlsContexts tls;

    SocketOpener(TlsContexts tls) {
        this.tls = tls;
    }

    /**
     * A connected socket on {@code loop}, tunnelled and shaken hands where the origin wants that.
     *
     * @param stamps first in the pipeline
     * @param http last in the pipeline
     * @param timeout for each of connecting, tunnel and TLS
     */
    Future<Channel> open(EventLoop loop, Origin origin, ChannelHandler stamps, ChannelHandler http, Duration timeout) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(ChannelTypes.socketFor(loop))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(stamps);
                        addTunnel(channel.pipeline(), origin, timeout);
                        addTls(channel, origin, timeout);
                        channel.pipeline().addLast(http);
                    }
                });
        if (origin.connectProxy().isPresent()) {
            // The proxy resolves the target's name, not we.
            bootstrap.resolver(NoopAddressResolverGroup.INSTANCE);
        }
        Promise<Channel> promise = loop.newPromise();
        ChannelFuture connecting =
                bootstrap.connect(InetSocketAddress.createUnresolved(origin.bareHost(), origin.port()));
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                awaitTunnel(connecting.channel(), origin, promise);
            } else {
                promise.tryFailure(connected.cause());
            }
        });
        return promise;
    }

    private static void addTunnel(ChannelPipeline pipeline, Origin origin, Duration timeout) {
        origin.connectProxy().ifPresent(proxy -> {
            HttpProxyHandler tunnel = new HttpProxyHandler(addressOf(proxy));
            tunnel.setConnectTimeoutMillis(timeout.toMillis());
            pipeline.addLast(tunnel);
        });
    }

    private static InetSocketAddress addressOf(URI proxy) {
        int port = proxy.getPort() < 0 ? Origin.HTTP_PORT : proxy.getPort();
        return new InetSocketAddress(proxy.getHost(), port);
    }

    private void addTls(Channel channel, Origin origin, Duration timeout) {
        if (origin.tls()) {
            SslHandler handler =
                    tls.context(origin.http2()).newHandler(channel.alloc(), origin.bareHost(), origin.port());
            handler.setHandshakeTimeoutMillis(timeout.toMillis());
            channel.pipeline().addLast(handler);
        }
    }

    private static void awaitTunnel(Channel channel, Origin origin, Promise<Channel> promise) {
        HttpProxyHandler tunnel = channel.pipeline().get(HttpProxyHandler.class);
        if (tunnel == null) {
            awaitTls(channel, origin, promise);
            return;
        }
        tunnel.connectFuture().addListener(made -> {
            if (made.isSuccess()) {
                awaitTls(channel, origin, promise);
            } else {
                fail(channel, promise, made.cause());
            }
        });
    }

    private static void awaitTls(Channel channel, Origin origin, Promise<Channel> promise) {
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        if (handler == null) {
            promise.trySuccess(channel);
            return;
        }
        handler.handshakeFuture().addListener(shaken -> {
            if (!shaken.isSuccess()) {
                fail(channel, promise, shaken.cause());
            } else if (origin.http2() && !ApplicationProtocolNames.HTTP_2.equals(handler.applicationProtocol())) {
                fail(channel, promise, new SSLException("the server does not offer HTTP/2 by ALPN"));
            } else {
                promise.trySuccess(channel);
            }
        });
    }

    private static void fail(Channel channel, Promise<Channel> promise, Throwable cause) {
        ChannelTypes.close(channel);
        promise.tryFailure(cause);
    }
}
