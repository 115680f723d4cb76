package dev.streamux.mockllm.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;

/** One answer in the text frames of a WebSocket; the connection stays open for the next one. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class WebSocketWire extends SocketWire {
    private static final int NORMAL = 1000;

    private boolean inMessage;

    /** A wire over this connection, whose handshake is done. */
    public WebSocketWire(ChannelHandlerContext context) {
        super(context);
    }

    /** Nothing: the handshake was the head. */
    @Override
    public void begin(int status, HttpHeaders headers) {}

    /** An error frame: the status goes into the JSON, which must be an object. */
    @Override
    public void whole(int status, HttpHeaders headers, byte[] body) {
        String object = new String(body, StandardCharsets.UTF_8).trim();
        String frame = "{\"type\":\"error\",\"status\":" + status + ',' + object.substring(1);
        context.writeAndFlush(new TextWebSocketFrame(frame));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        context.write(new TextWebSocketFrame(copy(bytes, offset, length)));
    }

    private ByteBuf copy(byte[] bytes, int offset, int length) {
        return channel.alloc().directBuffer(length).writeBytes(bytes, offset, length);
    }

    /** A frame of a message of several; it may end inside a character. */
    @Override
    public void writePiece(byte[] bytes, int offset, int length, boolean last) {
        ByteBuf content = copy(bytes, offset, length);
        context.writeAndFlush(
                inMessage
                        ? new ContinuationWebSocketFrame(last, 0, content)
                        : new TextWebSocketFrame(last, 0, content));
        inMessage = !last;
    }

    @Override
    public boolean ping() {
        context.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
        return true;
    }

    @Override
    public void end() {
        context.flush();
    }

    @Override
    public void endEarly() {
        context.writeAndFlush(new CloseWebSocketFrame(NORMAL, "")).addListener(ChannelFutureListener.CLOSE);
    }
}
