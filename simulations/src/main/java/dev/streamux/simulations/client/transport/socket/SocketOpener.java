package dev.streamux.simulations.client.transport.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
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
public final class SocketOpener {
    private final TlsContexts tls;
    private final Names names;

    /** Opens with these certificates and these names. */
    public SocketOpener(TlsContexts tls, Names names) {
        this.tls = tls;
        this.names = names;
    }

    /**
     * What to open.
     *
     * @param loop reads the socket
     * @param origin where to
     * @param timeout for each of resolving, connecting, tunnel and TLS
     */
    public record Wish(EventLoop loop, Origin origin, Duration timeout) {}

    /**
     * A connected socket, tunnelled and shaken hands where the origin wants that.
     *
     * @param stamps first in the pipeline
     * @param http last in the pipeline
     */
    public Future<Channel> open(Wish wish, ChannelHandler stamps, ChannelHandler http) {
        return Chain.then(wish.loop(), firstHop(wish), hop -> connect(wish, hop, initializer(wish, hop, stamps, http)));
    }

    /** Where the socket itself goes: to the proxy, or to the target. */
    public Future<InetSocketAddress> firstHop(Wish wish) {
        Origin origin = wish.origin();
        return origin.connectProxy()
                .map(proxy -> names.resolve(wish.loop(), proxy.getHost(), portOf(proxy), wish.timeout()))
                .orElseGet(() -> names.resolve(wish.loop(), origin.bareHost(), origin.port(), wish.timeout()));
    }

    private static int portOf(URI proxy) {
        return proxy.getPort() < 0 ? Origin.HTTP_PORT : proxy.getPort();
    }

    private ChannelInitializer<Channel> initializer(
            Wish wish, InetSocketAddress hop, ChannelHandler stamps, ChannelHandler http) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(stamps);
                if (wish.origin().connectProxy().isPresent()) {
                    HttpProxyHandler tunnel = new HttpProxyHandler(hop);
                    tunnel.setConnectTimeoutMillis(wish.timeout().toMillis());
                    channel.pipeline().addLast(tunnel);
                }
                addTls(channel, wish);
                channel.pipeline().addLast(http);
            }
        };
    }

    private static Future<Channel> connect(Wish wish, InetSocketAddress hop, ChannelHandler initializer) {
        Origin origin = wish.origin();
        // Through a tunnel the proxy resolves the target's name, not we.
        InetSocketAddress to = origin.connectProxy().isPresent()
                ? InetSocketAddress.createUnresolved(origin.bareHost(), origin.port())
                : hop;
        ChannelFuture connecting = new Bootstrap()
                .group(wish.loop())
                .channel(ChannelTypes.socketFor(wish.loop()))
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(wish.timeout().toMillis(), Integer.MAX_VALUE))
                .handler(initializer)
                .connect(to);
        Promise<Channel> promise = wish.loop().newPromise();
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                awaitTunnel(connecting.channel(), origin, promise);
            } else {
                promise.tryFailure(connected.cause());
            }
        });
        return promise;
    }

    private void addTls(Channel channel, Wish wish) {
        Origin origin = wish.origin();
        if (origin.tls()) {
            SslHandler handler =
                    tls.context(origin.http2()).newHandler(channel.alloc(), origin.bareHost(), origin.port());
            handler.setHandshakeTimeoutMillis(wish.timeout().toMillis());
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
