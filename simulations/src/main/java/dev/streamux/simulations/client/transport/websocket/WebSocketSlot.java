package dev.streamux.simulations.client.transport.websocket;

import dev.streamux.simulations.client.transport.http.HttpSlot;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import dev.streamux.simulations.client.transport.socket.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The last handler of a WebSocket: the handshake, then each text message to the one request that waits. */
final class WebSocketSlot extends ChannelInboundHandlerAdapter {
    private static final int MAX_REFUSAL_BYTES = 64 * 1024;
    private static final int SHORT_FRAME = 125;
    private static final int LONG_FRAME = 65_535;

    private final WebSocketClientHandshaker handshaker;
    private final int maxMessageBytes;
    private final Promise<Void> shaken;
    private @Nullable ResponseSink sink;
    private @Nullable String fault;
    private boolean closing;

    WebSocketSlot(Origin origin, WebSocketUpgrade upgrade, Promise<Void> shaken) {
        this.shaken = shaken;
        this.maxMessageBytes = upgrade.maxMessageBytes();
        URI uri = URI.create((origin.tls() ? "wss" : "ws") + "://" + origin.authority() + upgrade.pathAndQuery());
        handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                uri, WebSocketVersion.V13, null, false, upgrade.headers(), maxMessageBytes);
    }

    /** Takes the messages of the next response for {@code next}. */
    void attach(ResponseSink next) {
        sink = next;
    }

    /** Nobody waits any longer; a message that still comes closes the connection. */
    void detach() {
        sink = null;
    }

    /** Whether the server has begun to close. */
    boolean isClosing() {
        return closing;
    }

    /** Asks for the upgrade; the result comes when the server has agreed. If it does not, the channel is closed. */
    Future<Void> shakeHands(Channel channel, Duration timeout) {
        channel.pipeline()
                .addBefore(
                        channel.pipeline().context(this).name(),
                        "aggregator",
                        new HttpObjectAggregator(MAX_REFUSAL_BYTES));
        ScheduledFuture<?> limit = channel.eventLoop()
                .schedule(
                        () -> shaken.tryFailure(new ConnectException("no handshake in time")),
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        shaken.addListener(done -> {
            limit.cancel(false);
            if (!done.isSuccess()) {
                ChannelTypes.close(channel);
            }
        });
        handshaker.handshake(channel).addListener(sent -> {
            if (!sent.isSuccess()) {
                shaken.tryFailure(sent.cause());
            }
        });
        return shaken;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof FullHttpResponse response) {
                finishHandshake(context.channel(), response);
            } else if (message instanceof WebSocketFrame frame) {
                read(context, frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void finishHandshake(Channel channel, FullHttpResponse response) {
        if (!response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            shaken.tryFailure(new HandshakeRefusedException(
                    response.status().code(), response.content().toString(StandardCharsets.UTF_8)));
            return;
        }
        handshaker.finishHandshake(channel, response);
        channel.pipeline()
                .addBefore(
                        channel.pipeline().context(this).name(),
                        "messages",
                        new WebSocketFrameAggregator(maxMessageBytes));
        shaken.trySuccess(null);
    }

    private void read(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else if (frame instanceof CloseWebSocketFrame) {
            closing = true;
            end(context);
        } else if (frame instanceof TextWebSocketFrame) {
            take(context, frame.content());
        }
    }

    private void take(ChannelHandlerContext context, ByteBuf text) {
        if (sink == null) {
            // A late message of the response before would be taken for the next one.
            ChannelTypes.close(context.channel());
        } else {
            sink.onMessage(text, wireBytes(text));
        }
    }

    private void end(ChannelHandlerContext context) {
        ResponseSink waiting = sink;
        sink = null;
        if (waiting == null) {
            ChannelTypes.close(context.channel());
        } else {
            waiting.onEnd();
        }
    }

    /** A server's frame has no mask; its header is 2, 4 or 10 bytes by RFC 6455 §5.2. */
    private static int wireBytes(ByteBuf payload) {
        int length = payload.readableBytes();
        return length + (length <= SHORT_FRAME ? 2 : length <= LONG_FRAME ? 4 : 10);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (sink != null) {
            sink.onReadComplete();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fault = HttpSlot.describe(cause);
        shaken.tryFailure(cause);
        ChannelTypes.close(context.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        String reason = fault == null ? "the connection was closed without a close frame" : fault;
        shaken.tryFailure(new ConnectException(reason));
        ResponseSink waiting = sink;
        sink = null;
        if (waiting != null) {
            waiting.onBroken(reason);
        }
    }
}
