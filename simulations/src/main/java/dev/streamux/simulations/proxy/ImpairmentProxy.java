package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.InvalidInputException;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A reverse proxy on the loopback address that impairs answers by its {@link Policy}, and nothing else.
 *
 * <p>It speaks HTTP/1.0 and 1.1 to clients, HTTP/1.1 to the origin, one origin connection a request, and carries
 * WebSocket upgrades as they are. A reset of the origin reaches the client as a reset, a clean end as a clean end; when
 * the client leaves, the origin's connection is closed at once; a slow reader slows the origin down. Only a policy
 * changes any of that.
 */
@SuppressWarnings("FutureReturnValueIgnored") // shutdown of event loops is not awaited where nothing depends on it
public final class ImpairmentProxy implements AutoCloseable {
    private static final int LARGEST_REQUEST_BYTES = 64 << 20;
    private static final int LARGEST_HEADER_BYTES = 64 << 10;
    private static final int THREADS = 2;

    private final EventLoopGroup eventLoops;
    private final Channel listener;

    private ImpairmentProxy(EventLoopGroup eventLoops, Channel listener) {
        this.eventLoops = eventLoops;
        this.listener = listener;
    }

    /**
     * Starts a proxy; it listens when this returns.
     *
     * @throws InvalidInputException if the port is in use
     */
    public static ImpairmentProxy start(ProxyConfig config) {
        boolean epoll = Epoll.isAvailable();
        EventLoopGroup eventLoops = new MultiThreadIoEventLoopGroup(
                THREADS,
                new DefaultThreadFactory("streamux-proxy", true),
                epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        Bootstrap towardsOrigin = new Bootstrap()
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000);
        Exchanges exchanges = new Exchanges(config, towardsOrigin);
        ServerBootstrap server = new ServerBootstrap()
                .group(eventLoops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ConnectionSetup(exchanges));
        ChannelFuture bound = server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new InvalidInputException(
                    "port " + config.port() + " cannot be opened: "
                            + bound.cause().getMessage() + "; choose another, or 0 for one that is free",
                    bound.cause());
        }
        return new ImpairmentProxy(eventLoops, bound.channel());
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The address to put in place of the origin's, such as {@code http://127.0.0.1:4711}, without a slash at its end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** Stops listening and cuts every connection. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }

    private static final class ConnectionSetup extends ChannelInitializer<Channel> {
        private final Exchanges exchanges;

        ConnectionSetup(Exchanges exchanges) {
            this.exchanges = exchanges;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec(new HttpDecoderConfig().setMaxHeaderSize(LARGEST_HEADER_BYTES)))
                    .addLast(new HttpObjectAggregator(LARGEST_REQUEST_BYTES))
                    .addLast(new ClientConnection(exchanges));
        }
    }
}
