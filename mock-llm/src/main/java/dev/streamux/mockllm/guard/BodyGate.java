package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.budget.Budget;
import dev.streamux.mockllm.budget.Claim;
import dev.streamux.mockllm.check.Counters;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bytes of all requests together: each counts from its arrival until its answer is over, because the prompt is kept
 * until then.
 *
 * <p>The request whose bytes are too many gets 503. What it still sends is thrown away for some seconds, so that the refusal can be
 * read, then the connection ends.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class BodyGate extends ChannelInboundHandlerAdapter {
    private static final long GOODBYE_MILLIS = 5_000;

    private final Budget bodies;
    private final Counters counters;
    private final Deque<Claim> complete = new ArrayDeque<>();
    private @Nullable Claim incoming;
    private boolean refused;

    /** A gate for one connection, or one stream of it; the budget is that of the server. */
    public BodyGate(Budget bodies, Counters counters) {
        this.bodies = bodies;
        this.counters = counters;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean last = message instanceof LastHttpContent;
        if (!refused
                && message instanceof HttpContent content
                && !taken(content.content().readableBytes())) {
            refuse(context);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
            if (last) {
                context.close();
            }
            return;
        }
        if (last) {
            Claim whole = incoming;
            if (whole != null) {
                complete.add(whole);
            }
            incoming = null;
        }
        context.fireChannelRead(message);
    }

    private boolean taken(int bytes) {
        Claim before = incoming;
        if (before != null) {
            return before.grow(bytes);
        }
        incoming = bodies.take(bytes).orElse(null);
        return incoming != null;
    }

    private void refuse(ChannelHandlerContext context) {
        refused = true;
        counters.turnAway();
        giveBack();
        String words = "the mock holds at most " + bodies.most()
                + " bytes of requests at a time, and with this one it would be more; try again later, send fewer or shorter"
                + " ones, or give the mock more memory (-Xmx) or another bounds.all-bodies-bytes";
        FullHttpResponse response = Refusals.closing(HttpResponseStatus.SERVICE_UNAVAILABLE, "overloaded_error", words);
        response.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
        context.writeAndFlush(response);
        context.executor().schedule(() -> context.close(), GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void giveBack() {
        Claim open = incoming;
        if (open != null) {
            open.giveBack();
        }
        incoming = null;
        complete.forEach(Claim::giveBack);
        complete.clear();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == RequestTimer.ANSWERED && !complete.isEmpty()) {
            complete.remove().giveBack();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        giveBack();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        giveBack();
    }
}
