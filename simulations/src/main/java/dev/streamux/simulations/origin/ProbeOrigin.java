package dev.streamux.simulations.origin;

import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that answers each request by the script announced for its id, and remembers what it did and saw.
 *
 * <p>It writes every event in one write with {@code TCP_NODELAY}, sends headers at once, answers HTTP/1.0
 * close-delimited, and notices that a peer left without having to write. {@code GET /ready} gets 200 at once.
 */
public final class ProbeOrigin implements AutoCloseable {
    private static final int LARGEST_REQUEST_BYTES = 1 << 20;

    private final EventLoopGroup eventLoops;
    private final Channel listener;
    private final Announcements announcements;

    private ProbeOrigin(EventLoopGroup eventLoops, Channel listener, Announcements announcements) {
        this.eventLoops = eventLoops;
        this.listener = listener;
        this.announcements = announcements;
    }

    /**
     * Starts an origin on the loopback address; its text depends on {@code seed} alone.
     *
     * @param port in [0, 65535]; 0 lets the system choose
     * @throws InvalidInputException if the port is in use
     */
    @SuppressWarnings("FutureReturnValueIgnored") // Nothing waits for the threads of an origin that never was.
    public static ProbeOrigin start(int port, NanoClock clock, long seed) {
        EventLoopGroup eventLoops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("streamux-origin", true), NioIoHandler.newFactory());
        Announcements announcements = new Announcements();
        ServerBootstrap server = new ServerBootstrap()
                .group(eventLoops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_REQUEST_BYTES))
                                .addLast(new OriginConnection(announcements, clock, seed));
                    }
                });
        ChannelFuture bound = server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new InvalidInputException(
                    "port " + port + " cannot be opened: " + bound.cause().getMessage()
                            + "; choose another, or 0 for one that is free",
                    bound.cause());
        }
        return new ProbeOrigin(eventLoops, bound.channel(), announcements);
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Its address, without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Says what to answer to requests whose {@code X-Streamux-Id}, or query parameter {@code probe}, is this id. */
    public void announce(String id, Script script) {
        announcements.announce(id, script);
    }

    /** The attempts that arrived for an id so far, in order of arrival; empty if none did. */
    public List<Attempt> attempts(String id) {
        return announcements.attempts(id);
    }

    /** Forgets an id. */
    public void forget(String id) {
        announcements.forget(id);
    }

    /** Stops listening and cuts every connection. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
