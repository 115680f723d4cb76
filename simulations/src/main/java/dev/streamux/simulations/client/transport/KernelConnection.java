package dev.streamux.simulations.client.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection whose reads carry the kernel's receive stamps.
 *
 * <p>Netty's own channels drop the stamps, so the socket is read here, woken by the same event loop; HTTP is still
 * Netty's, in a channel without a socket. Belongs to its event loop.
 */
final class KernelConnection implements EpollIoHandle, PooledConnection {
    private static final int SOL_SOCKET = 1;
    private static final int SO_TIMESTAMPING = 37;
    /** {@code SOF_TIMESTAMPING_RX_SOFTWARE} and {@code SOF_TIMESTAMPING_SOFTWARE}. */
    private static final int RECEIVE_STAMPS = 1 << 3 | 1 << 4;

    private final IoEventLoop loop;
    private final Origin origin;
    private final StampedReads reads;
    private final KernelClock kernelClock;
    private final ReadStamps stamps;
    private final HttpSlot slot = new HttpSlot();
    private final EmbeddedChannel http;
    private final Socket socket;
    private final Promise<PooledConnection> opened;
    private final ByteBuf unsent = Unpooled.directBuffer();
    private final List<Runnable> whenClosed = new ArrayList<>();
    private @Nullable IoRegistration registration;
    private @Nullable ScheduledFuture<?> idleEnd;
    private boolean connected;
    private boolean closed;
    private int requests;

    /** What the connections of one event loop share. */
    record Parts(IoEventLoop loop, StampedReads reads, KernelClock clock) {}

    private KernelConnection(Parts parts, Origin origin, ReadStamps stamps, HttpClientCodec codec) {
        this.loop = parts.loop();
        this.reads = parts.reads();
        this.kernelClock = parts.clock();
        this.origin = origin;
        this.stamps = stamps;
        this.socket = Socket.newSocketStream();
        this.http = new EmbeddedChannel(codec, slot);
        this.opened = loop.newPromise();
        http.closeFuture().addListener(ended -> close());
    }

    /** Connects; to be called on the loop. */
    static Future<PooledConnection> open(
            Parts parts, Origin origin, ReadStamps stamps, HttpClientCodec codec, Duration timeout) {
        KernelConnection connection = new KernelConnection(parts, origin, stamps, codec);
        connection.connect(timeout);
        return connection.opened;
    }

    private void connect(Duration timeout) {
        ScheduledFuture<?> limit = loop.schedule(
                () -> fail(new ConnectException("no connection in " + timeout.toMillis() + " ms")),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        opened.addListener(done -> limit.cancel(false));
        loop.register(this).addListener((Future<IoRegistration> registered) -> {
            if (!registered.isSuccess()) {
                fail(registered.cause());
                return;
            }
            registration = registered.getNow();
            try {
                socket.setTcpNoDelay(true);
                socket.setIntOpt(SOL_SOCKET, SO_TIMESTAMPING, RECEIVE_STAMPS);
                InetSocketAddress address = new InetSocketAddress(origin.bareHost(), origin.port());
                if (address.isUnresolved()) {
                    fail(new UnknownHostException(origin.bareHost()));
                } else if (socket.connect(address)) {
                    connected();
                } else {
                    submit(EpollIoOps.EPOLLOUT);
                }
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        });
    }

    private void connected() {
        connected = true;
        submit(EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLRDHUP));
        opened.trySuccess(this);
    }

    private void fail(Throwable cause) {
        if (opened.tryFailure(cause)) {
            close();
        }
    }

    private void submit(EpollIoOps interest) {
        if (registration != null && registration.isValid()) {
            registration.submit(interest);
        }
    }

    @Override
    public FileDescriptor fd() {
        return socket;
    }

    @Override
    public void handle(IoRegistration source, IoEvent event) {
        EpollIoOps ready = ((EpollIoEvent) event).ops();
        try {
            if (!connected) {
                if (socket.finishConnect()) {
                    connected();
                }
                return;
            }
            if (ready.contains(EpollIoOps.EPOLLOUT) && unsent.isReadable()) {
                flush();
            }
            readAll();
        } catch (IOException e) {
            if (!connected) {
                fail(e);
            } else {
                http.pipeline().fireExceptionCaught(e);
                close();
            }
        }
    }

    private void readAll() throws IOException {
        while (!closed) {
            ByteBuf bytes = Unpooled.buffer();
            int length = reads.read(socket.intValue(), bytes);
            if (length == StampedReads.NOTHING) {
                return;
            }
            if (length == StampedReads.END) {
                http.close().addListener(ended -> close());
                return;
            }
            stamps.stamp(kernelClock.nanosOfRead(), bytes);
            http.writeInbound(bytes);
        }
    }

    private void flush() throws IOException {
        while (unsent.isReadable()) {
            int sent = socket.send(unsent.nioBuffer(), 0, unsent.readableBytes());
            if (sent <= 0) {
                submit(EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLRDHUP).with(EpollIoOps.EPOLLOUT));
                return;
            }
            unsent.skipBytes(sent);
        }
        unsent.clear();
        submit(EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLRDHUP));
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean isOpen() {
        return connected && !closed;
    }

    @Override
    public void rest(Duration limit) {
        idleEnd = loop.schedule(this::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void whenClosed(Runnable action) {
        whenClosed.add(action);
    }

    @Override
    public Lease lease(Consumer<PooledConnection> giveBack) {
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        return new Use(requests++ > 0, giveBack);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (registration != null) {
            registration.cancel();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is given up either way.
        }
        unsent.release();
        ChannelTypes.close(http);
        whenClosed.forEach(Runnable::run);
    }

    private final class Use implements Lease {
        private final boolean reused;
        private final Consumer<PooledConnection> giveBack;

        Use(boolean reused, Consumer<PooledConnection> giveBack) {
            this.reused = reused;
            this.giveBack = giveBack;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public ReadStamps stamps() {
            return stamps;
        }

        @Override
        public void showReadsTo(ReadStamps.ReadSink sink) {
            stamps.showTo(sink);
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink sink) {
            slot.attach(sink);
            if (closed) {
                request.release();
                http.pipeline().fireChannelInactive();
                return;
            }
            http.writeOutbound(request);
            ByteBuf part = http.readOutbound();
            while (part != null) {
                unsent.writeBytes(part);
                part.release();
                part = http.readOutbound();
            }
            try {
                flush();
            } catch (IOException e) {
                http.pipeline().fireExceptionCaught(e);
            }
        }

        @Override
        public void release() {
            stamps.showTo(null);
            slot.detach();
            if (slot.keepAlive() && isOpen()) {
                giveBack.accept(KernelConnection.this);
            } else {
                KernelConnection.this.close();
            }
        }

        @Override
        public void abort() {
            stamps.showTo(null);
            slot.detach();
            KernelConnection.this.close();
        }

        @Override
        public boolean leave() {
            stamps.showTo(null);
            try {
                socket.shutdown(false, true);
                return true;
            } catch (IOException e) {
                abort();
                return false;
            }
        }

        @Override
        public boolean survivesAbort() {
            return false;
        }
    }
}
