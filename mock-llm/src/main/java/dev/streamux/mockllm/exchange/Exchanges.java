package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.guard.Arrival;
import dev.streamux.mockllm.guard.Refusals;
import dev.streamux.mockllm.guard.RequestTimer;
import dev.streamux.mockllm.stream.Ongoing;
import dev.streamux.mockllm.stream.Wire;
import dev.streamux.mockllm.wire.Outbox;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of one connection, one after the other: the next one begins when the answer before it is over. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class Exchanges extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

    private final Core core;
    private final Arrival arrival;
    private final WireFactory wires;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private @Nullable Exchange current;

    /** For one connection, or one stream of it; its answers leave by wires of this kind. */
    public Exchanges(Core core, Arrival arrival, WireFactory wires) {
        this.core = core;
        this.arrival = arrival;
        this.wires = wires;
    }

    private record Waiting(FullHttpRequest request, long arrivalNanos) {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof FullHttpRequest request)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (queue.size() >= core.config().bounds().pipelined()) {
            request.release();
            context.close();
            return;
        }
        queue.add(new Waiting(request, arrival.lastReadNanos()));
        next(context);
    }

    private void next(ChannelHandlerContext context) {
        // Answers in one body may not pile up in front of a client that does not read.
        while (current == null && !queue.isEmpty() && context.channel().isWritable()) {
            Waiting waiting = queue.remove();
            Optional<Objection> objection = Objection.to(waiting.request());
            if (objection.isPresent()) {
                HttpUtil.setKeepAlive(waiting.request(), false);
            }
            Outbox outbox = core.loops().outbox((EventLoop) context.executor());
            Wire wire = wires.wire(context, waiting.request(), outbox);
            try {
                objection.ifPresentOrElse(reason -> refuse(reason, wire), () -> begin(context, waiting, wire));
            } finally {
                waiting.request().release();
            }
        }
    }

    private void begin(ChannelHandlerContext context, Waiting waiting, Wire wire) {
        if (SocketUpgrade.wants(waiting.request())) {
            if (!SocketUpgrade.upgrade(core, arrival, context, waiting.request())) {
                core.counters().turnAway();
                Refusals.send(wire, 400, "invalid_request_error", SocketUpgrade.REFUSAL);
                context.close();
            }
            return;
        }
        Exchange exchange = new Exchange(core, context, wire, waiting.arrivalNanos());
        current = exchange;
        exchange.begin(waiting.request(), () -> {
            if (current == exchange) {
                current = null;
                context.pipeline().fireUserEventTriggered(RequestTimer.ANSWERED);
                // Not from inside the answer's own last write.
                context.executor().execute(() -> next(context));
            }
        });
    }

    private void refuse(Objection objection, Wire wire) {
        core.counters().turnAway();
        Refusals.send(wire, objection.status(), "invalid_request_error", objection.words());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Ongoing ongoing = current;
        if (ongoing != null) {
            ongoing.writabilityChanged();
        }
        next(context);
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Ongoing ongoing = current;
        current = null;
        if (ongoing != null) {
            ongoing.clientLeft();
        }
        queue.forEach(waiting -> waiting.request().release());
        queue.clear();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that leaves in the middle, or says what nobody can read, is its own affair and no news.
        boolean theirs = cause instanceof IOException || cause instanceof CodecException;
        LOG.log(theirs ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, "connection closed: " + cause, cause);
        context.close();
    }
}
