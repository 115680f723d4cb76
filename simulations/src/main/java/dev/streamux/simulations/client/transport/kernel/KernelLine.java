package dev.streamux.simulations.client.transport.kernel;

import dev.streamux.simulations.client.transport.http.HttpLine;
import dev.streamux.simulations.client.transport.http.HttpOpener;
import dev.streamux.simulations.client.transport.http.HttpSlot;
import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import dev.streamux.trace.NanoClock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
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
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection whose reads carry the kernel's receive stamps.
 *
 * <p>Netty's own channels drop the stamps, so the socket is read here, woken by the same event loop; HTTP is still
 * Netty's, in a channel without a socket. Belongs to its event loop.
 */
final class KernelLine implements EpollIoHandle, HttpLine {
    private static final int SOL_SOCKET = 1;
    private static final int SO_TIMESTAMPING = 37;
    /** {@code SOF_TIMESTAMPING_RX_SOFTWARE} and {@code SOF_TIMESTAMPING_SOFTWARE}. */
    private static final int RECEIVE_STAMPS = 1 << 3 | 1 << 4;
    /** Room for a usual read; more is made when a read is larger. */
    private static final int READ_BYTES = 512;

    private final IoEventLoop loop;
    private final StampedReads reads;
    private final KernelClock kernelClock;
    private final ReadStamps stamps;
    private final HttpSlot slot = new HttpSlot();
    private final EmbeddedChannel http;
    private final Socket socket;
    private final Promise<Line> opened;
    private final ByteBuf unsent = Unpooled.directBuffer();
    private final List<Runnable> whenClosed = new ArrayList<>();
    private @Nullable IoRegistration registration;
    private boolean connected;
    private boolean closed;

    /** What the connections of one event loop share. */
    record Parts(IoEventLoop loop, NanoClock clock, StampedReads reads, KernelClock kernelClock) {}

    private KernelLine(Parts parts) {
        this.loop = parts.loop();
        this.reads = parts.reads();
        this.kernelClock = parts.kernelClock();
        this.stamps = new ReadStamps(parts.clock(), "kernel");
        this.socket = Socket.newSocketStream();
        this.http = new EmbeddedChannel(HttpOpener.newCodec(), slot);
        this.opened = loop.newPromise();
        http.closeFuture().addListener(ended -> close());
    }

    /** Connects to an address that is resolved; to be called on the loop. */
    static Future<Line> open(Parts parts, InetSocketAddress address, Duration timeout) {
        KernelLine line = new KernelLine(parts);
        line.connect(address, timeout);
        return line.opened;
    }

    private void connect(InetSocketAddress address, Duration timeout) {
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
                if (socket.connect(address)) {
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
            boolean more = true;
            while (more) {
                more = read();
            }
        } catch (IOException e) {
            if (!connected) {
                fail(e);
            } else {
                http.pipeline().fireExceptionCaught(e);
                close();
            }
        }
    }

    /**
     * Reads once and tells whether there may be more. A read that was not full took everything; epoll tells if something
     * comes after it, so that there is no need to ask once more in vain for every event.
     */
    private boolean read() throws IOException {
        ByteBuf bytes = ByteBufAllocator.DEFAULT.heapBuffer(READ_BYTES);
        int length = 0;
        try {
            length = reads.read(socket.intValue(), bytes);
        } finally {
            if (length <= 0) {
                bytes.release();
            }
        }
        if (length > 0) {
            stamps.stamp(kernelClock.nanosOfRead(), bytes);
            http.pipeline().fireChannelRead(bytes);
            http.pipeline().fireChannelReadComplete();
        } else if (length == StampedReads.END) {
            http.close().addListener(ended -> close());
        }
        return length == StampedReads.MOST_BYTES && !closed;
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
    public EventLoop loop() {
        return loop;
    }

    @Override
    public ReadStamps stamps() {
        return stamps;
    }

    @Override
    public HttpSlot slot() {
        return slot;
    }

    @Override
    public boolean isOpen() {
        return connected && !closed;
    }

    @Override
    public void whenClosed(Runnable action) {
        whenClosed.add(action);
    }

    @Override
    public void write(FullHttpRequest request) {
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
    public boolean endOutput() {
        try {
            socket.shutdown(false, true);
            return true;
        } catch (IOException e) {
            return false;
        }
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
}
