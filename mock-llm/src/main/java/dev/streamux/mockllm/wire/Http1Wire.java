package dev.streamux.mockllm.wire;

import dev.streamux.mockllm.fault.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with chunks, or HTTP/1.0 with a body that ends with the connection.
 *
 * <p>Head and end go through Netty's codec. The body's bytes pass it by: framed in the loop's outbox and handed from there
 * straight to the socket, which is what makes a token cost little more than its system call. Where that cannot be, with
 * TLS, without epoll or while the socket is full, they take Netty's queue.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class Http1Wire extends SocketWire {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private static final short LINE_END = '\r' << 8 | '\n';

    /** Eight digits and two line ends. */
    private static final int MOST_FRAME_BYTES = 12;

    private final Outbox outbox;
    /** What the outbox knows the wire by. */
    private final long number;
    /** The socket itself, where bytes may be handed to it past the pipeline. */
    private final @Nullable Socket socket;

    /** Netty's queue was seen empty and nothing was added since: what is far away in memory need not be asked again. */
    private boolean clear;

    private final boolean keepAlive;
    private final boolean knowsChunks;
    private boolean chunked;
    private boolean endIsTold;

    /**
     * The wire for the answer to this request.
     *
     * @param codec context of the HTTP codec, which sits between the wire and the socket
     * @param outbox the one of the connection's event loop
     */
    public Http1Wire(ChannelHandlerContext codec, HttpRequest request, Outbox outbox) {
        super(codec);
        this.outbox = outbox;
        this.number = outbox.register();
        this.socket = channel instanceof UnixChannel unix
                        && unix.fd() instanceof Socket own
                        && codec.pipeline().get(SslHandler.class) == null
                ? own
                : null;
        this.knowsChunks = !request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        this.chunked = knowsChunks;
        this.endIsTold = knowsChunks;
        this.keepAlive = HttpUtil.isKeepAlive(request);
    }

    @Override
    public void begin(int status, HttpHeaders headers) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers);
        boolean sized = headers.contains(HttpHeaderNames.CONTENT_LENGTH);
        chunked = knowsChunks && !sized;
        endIsTold = chunked || sized;
        if (chunked) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (!endIsTold || !keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        clear = false;
        channel.write(head);
    }

    @Override
    public void whole(int status, HttpHeaders headers, byte[] body) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(body),
                headers,
                io.netty.handler.codec.http.EmptyHttpHeaders.INSTANCE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (!knowsChunks) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        closeUnless(keepAlive, channel.writeAndFlush(response));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        int framed = length + MOST_FRAME_BYTES;
        if (!outbox.takes(number, framed) && outbox.holds(number)) {
            enqueue(outbox.take(channel.alloc()));
        }
        if (outbox.takes(number, framed)) {
            frame(outbox.open(number), bytes, offset, length);
        } else {
            ByteBuf own = channel.alloc().directBuffer(framed);
            ByteBuffer room = own.internalNioBuffer(0, framed);
            int start = room.position();
            frame(room, bytes, offset, length);
            enqueue(own.writerIndex(room.position() - start));
        }
    }

    private void frame(ByteBuffer target, byte[] bytes, int offset, int length) {
        if (chunked) {
            putHex(target, length);
            target.putShort(LINE_END);
        }
        target.put(bytes, offset, length);
        if (chunked) {
            target.putShort(LINE_END);
        }
    }

    private static void putHex(ByteBuffer target, int number) {
        int shift = (31 - Integer.numberOfLeadingZeros(number)) & ~3;
        for (; shift >= 0; shift -= 4) {
            target.put(HEX[number >>> shift & 15]);
        }
    }

    @Override
    public void flush() {
        if (outbox.holds(number)) {
            if (socket != null && socket.isOpen() && nothingQueued() && outbox.sendTo(socket)) {
                return;
            }
            enqueue(outbox.take(channel.alloc()));
        }
        super.flush();
    }

    /** Whether bytes may be handed to the socket past Netty's queue. */
    private boolean nothingQueued() {
        if (!clear) {
            ChannelOutboundBuffer queue = channel.unsafe().outboundBuffer();
            clear = queue != null && queue.totalPendingWriteBytes() == 0;
        }
        return clear;
    }

    /** Adds to Netty's queue. From the codec's context the codec is passed by. */
    private void enqueue(ByteBuf bytes) {
        clear = false;
        context.write(bytes, context.voidPromise());
    }

    @Override
    public boolean writable() {
        return clear || super.writable();
    }

    @Override
    public boolean drained() {
        return !outbox.holds(number) && (clear || super.drained());
    }

    @Override
    public boolean ping() {
        return false;
    }

    @Override
    public void end() {
        if (outbox.holds(number)) {
            enqueue(outbox.take(channel.alloc()));
        }
        if (endIsTold) {
            closeUnless(keepAlive, channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
        } else {
            closeUnless(false, context.writeAndFlush(Unpooled.EMPTY_BUFFER));
        }
    }

    @Override
    public void reset(Fault.Scope scope) {
        outbox.forget(number);
        super.reset(scope);
    }

    private static void closeUnless(boolean keep, ChannelFuture written) {
        if (!keep) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
