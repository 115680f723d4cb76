package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.guard.Arrival;
import dev.streamux.mockllm.stream.Ongoing;
import dev.streamux.mockllm.stream.Wire;
import dev.streamux.mockllm.wire.WebSocketWire;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.dialect.responses.ResponsesSocket;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection in the vendor's Responses WebSocket mode: text frames in and out, one response at a time.
 *
 * <p>Knobs come from the headers of the handshake, then from each frame's metadata and model. After 60 minutes the
 * connection ends, as the vendor's does.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
final class SocketSession extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final long LONGEST_MINUTES = 60;

    private final Core core;
    private final Arrival arrival;
    private final HttpHeaders headers;
    private final ResponsesSocket socket = new ResponsesSocket();
    private @Nullable Ongoing current;
    private @Nullable ScheduledFuture<?> limit;

    SocketSession(Core core, Arrival arrival, HttpHeaders headers) {
        this.core = core;
        this.arrival = arrival;
        this.headers = headers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        limit = context.executor().schedule(() -> expire(context), LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    private void expire(ChannelHandlerContext context) {
        refuse(context, ResponsesSocket.connectionLimit());
        context.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            request(context, ByteBufUtil.getBytes(text.content()));
        } else if (frame instanceof PingWebSocketFrame ping) {
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame close) {
            context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        } else if (!(frame instanceof PongWebSocketFrame)) {
            refuse(context, WireError.of(ErrorKind.INVALID_REQUEST, "only text frames are understood here"));
        }
    }

    private void request(ChannelHandlerContext context, byte[] frame) {
        if (current != null) {
            refuse(context, ResponsesSocket.busy());
            return;
        }
        Decision decision = Decision.of(
                        core.maker(),
                        arrival.lastReadNanos(),
                        headers,
                        DialectEncoders.of(Dialect.OPENAI_RESPONSES),
                        () -> socket.read(frame))
                .unless(answer -> FaultReach.problem(answer, Delivery.WEBSOCKET, false))
                .within(core.budget());
        if (decision instanceof Decision.Refused refused) {
            core.counters().refusedRequest();
            refuse(context, refused.error());
        } else if (decision instanceof Decision.Crowded crowded) {
            refuse(context, crowded.error());
        } else if (decision instanceof Decision.Accepted accepted) {
            begin(context, accepted);
        }
    }

    private void begin(ChannelHandlerContext context, Decision.Accepted accepted) {
        socket.begin(accepted.answer().words().identity());
        EventLoop thread = (EventLoop) context.executor();
        Wire wire = new WebSocketWire(context);
        Departure departure = new Departure(core.batch(), wire, core.loops().of(thread));
        Ongoing ongoing = new QueuedAnswer(core, thread, accepted.answer(), departure::overSocket, () -> {
            wire.whenIdle(accepted::giveBack);
            current = null;
        });
        current = ongoing;
        ongoing.start();
    }

    private void refuse(ChannelHandlerContext context, WireError error) {
        context.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(socket.errorFrame(error))));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Ongoing ongoing = current;
        if (ongoing != null) {
            ongoing.writabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Ongoing ongoing = current;
        current = null;
        if (ongoing != null) {
            ongoing.clientLeft();
        }
        if (limit != null) {
            limit.cancel(false);
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
