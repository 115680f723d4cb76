package dev.streamux.simulations.client.transport.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Which kind of socket goes with which event loop: epoll where it is there, NIO elsewhere. */
public final class ChannelTypes {
    private ChannelTypes() {}

    /** Event loops of the client's own on daemon threads. */
    public static EventLoopGroup newGroup(int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads,
                new DefaultThreadFactory("streamux-client", true),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    /** Closes and waits for nothing: whoever cares listens to the channel's own close future. */
    public static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }

    /** The socket type that this event loop can serve. */
    static Class<? extends SocketChannel> socketFor(EventLoop loop) {
        boolean epoll = loop instanceof IoEventLoop io && io.isCompatible(EpollIoHandle.class);
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }
}
