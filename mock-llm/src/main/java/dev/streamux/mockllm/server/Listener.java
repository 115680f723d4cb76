package dev.streamux.mockllm.server;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.exchange.Core;
import dev.streamux.trace.InvalidInputException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** The open port of a server and its connections. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final Channel channel;
    private final ChannelGroup connections;

    private Listener(Channel channel, ChannelGroup connections) {
        this.channel = channel;
        this.connections = connections;
    }

    /**
     * Opens the port.
     *
     * @throws InvalidInputException if it cannot be opened, most often because it is in use
     */
    public static Listener open(MockConfig config, Core core) {
        ChannelGroup connections = new DefaultChannelGroup("mock-connections", GlobalEventExecutor.INSTANCE);
        int pending = config.bounds().pendingBytes();
        ChannelFuture bound = new ServerBootstrap()
                .group(core.loops().acceptor(), core.loops().workers())
                .channel(core.loops().channelType())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(pending / 2, pending))
                .childHandler(new ConnectionSetup(core, connections, TlsContext.of(config.tls())))
                .bind(config.host(), config.port())
                .awaitUninterruptibly();
        Throwable failure = bound.cause();
        if (failure instanceof UnresolvedAddressException || failure instanceof UnknownHostException) {
            throw new InvalidInputException(
                    "host " + config.host() + " is no address of this machine; give another with --host", failure);
        }
        if (!bound.isSuccess()) {
            throw new InvalidInputException(
                    "port " + config.port() + " on " + config.host() + " cannot be opened (" + failure.getMessage()
                            + "); give another with --port, or 0 for a free one",
                    failure);
        }
        return new Listener(bound.channel(), connections);
    }

    /** The port. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly(5_000);
    }
}
