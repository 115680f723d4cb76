package dev.streamux.mockllm.wire;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.stream.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import java.util.concurrent.TimeUnit;

/**
 * One stream of an HTTP/2 connection: a DATA frame a write.
 *
 * <p>Cut and reset end the stream, or the connection under it, below the protocol: without a word to its other streams.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class Http2Wire implements Wire {
    private static final long GOODBYE_MILLIS = 50;

    private final Channel channel;
    private ChannelFuture last;

    /** A wire over the channel of one stream, whose pipeline turns HTTP objects into frames. */
    public Http2Wire(Channel channel) {
        this.channel = channel;
        this.last = channel.newSucceededFuture();
    }

    @Override
    public void begin(int status, HttpHeaders headers) {
        channel.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers));
    }

    @Override
    public void whole(int status, HttpHeaders headers, byte[] body) {
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        last = channel.writeAndFlush(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(body),
                headers,
                EmptyHttpHeaders.INSTANCE));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteBuf out = channel.alloc().directBuffer(length).writeBytes(bytes, offset, length);
        last = channel.write(new DefaultHttpContent(out));
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public boolean drained() {
        return last.isDone();
    }

    @Override
    public void whenDrained(Runnable callback) {
        last.addListener(done -> {
            if (done.isSuccess()) {
                callback.run();
            }
        });
    }

    @Override
    public void whenIdle(Runnable callback) {
        last.addListener(done -> callback.run());
    }

    @Override
    public boolean ping() {
        return false;
    }

    @Override
    public void end() {
        channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** The codec fills in the last stream that it took; requests after it are not heard. */
    @Override
    public void goAway() {
        channel.parent().writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
    }

    @Override
    public void cut(Fault.Scope scope) {
        channel.flush();
        if (scope == Fault.Scope.CONNECTION) {
            hangUp(channel.parent());
        } else {
            channel.close();
        }
    }

    /** The end is told first and the socket closed later: a close with something unread would be a reset. */
    private static void hangUp(Channel connection) {
        if (connection instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
        connection
                .eventLoop()
                .schedule(
                        () -> connection.unsafe().close(connection.newPromise()),
                        GOODBYE_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void reset(Fault.Scope scope) {
        if (scope == Fault.Scope.CONNECTION) {
            SocketWire.reset(channel.parent());
        } else {
            channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
        }
    }

    /** A stream has no word of its own besides the answer, so that only a connection has to be silenced. */
    @Override
    public void playDead(Fault.Scope scope) {
        if (scope == Fault.Scope.CONNECTION) {
            Mute.add(channel.parent());
        }
    }
}
