package dev.streamux.mockllm.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
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

/**
 * HTTP/1.1 with chunks, or HTTP/1.0 with a body that ends with the connection.
 *
 * <p>Head and end go through Netty's codec. The body's bytes pass it by: framed here into one pooled buffer a write, which
 * is what makes a token cost little more than its system call.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class Http1Wire extends SocketWire {
    /** A chunk's length in hexadecimal (8), two line ends (4). */
    private static final int CHUNK_FRAME = 12;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final boolean chunked;
    private final boolean keepAlive;

    /**
     * The wire for the answer to this request.
     *
     * @param codec context of the HTTP codec, which sits between the wire and the socket
     */
    public Http1Wire(ChannelHandlerContext codec, HttpRequest request) {
        super(codec);
        this.chunked = !request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        this.keepAlive = HttpUtil.isKeepAlive(request);
    }

    @Override
    public void begin(int status, HttpHeaders headers) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers);
        if (chunked) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (!chunked || !keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
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
        } else if (!chunked) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        closeUnless(keepAlive, channel.writeAndFlush(response));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        ByteBuf out = channel.alloc().directBuffer(length + CHUNK_FRAME);
        if (chunked) {
            writeHex(length, out);
            out.writeShort(0x0d0a);
        }
        out.writeBytes(bytes, offset, length);
        if (chunked) {
            out.writeShort(0x0d0a);
        }
        // From the codec's context the codec itself is passed by.
        context.write(out, context.voidPromise());
    }

    private static void writeHex(int number, ByteBuf out) {
        int shift = (31 - Integer.numberOfLeadingZeros(number)) & ~3;
        for (; shift >= 0; shift -= 4) {
            out.writeByte(HEX[number >>> shift & 15]);
        }
    }

    @Override
    public boolean ping() {
        return false;
    }

    @Override
    public void end() {
        if (chunked) {
            closeUnless(keepAlive, channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
        } else {
            closeUnless(false, context.writeAndFlush(Unpooled.EMPTY_BUFFER));
        }
    }

    private static void closeUnless(boolean keep, ChannelFuture written) {
        if (!keep) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
