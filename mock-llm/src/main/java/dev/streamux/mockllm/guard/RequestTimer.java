package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.Bounds;
import dev.streamux.mockllm.check.Counters;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time of a request, from the connection or the request before it to its last byte.
 *
 * <p>A client that trickles its request (slow loris) gets 408 and is cut off. A connection that sends no further
 * request is closed without a word once the idle time is over. While an answer is on its way there is no limit here.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class RequestTimer extends ChannelInboundHandlerAdapter {
    /** Fired through the pipeline when an answer is over. */
    public static final Object ANSWERED = new Object();

    private final Duration requestTime;
    private final Duration idleTime;
    private final Counters counters;
    private final boolean raw;
    private boolean inRequest;
    private boolean quiet;
    private int answering;
    private @Nullable ScheduledFuture<?> timer;

    /** A timer for a connection that speaks HTTP. */
    public RequestTimer(Bounds bounds, Counters counters) {
        this(bounds, counters, false);
    }

    /** A timer for a connection whose protocol is not known yet, if {@code raw}. */
    public RequestTimer(Bounds bounds, Counters counters, boolean raw) {
        this.counters = counters;
        this.raw = raw;
        this.requestTime = bounds.requestTime();
        this.idleTime = bounds.idleTime();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        restart(context, requestTime);
        context.fireChannelActive();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            restart(context, requestTime);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            inRequest = true;
            restart(context, requestTime);
        }
        if (message instanceof LastHttpContent) {
            inRequest = false;
            answering++;
            stop();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ANSWERED && --answering == 0 && !inRequest) {
            restart(context, idleTime);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void restart(ChannelHandlerContext context, Duration limit) {
        stop();
        quiet = limit.equals(idleTime);
        timer = context.executor().schedule(() -> expire(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void expire(ChannelHandlerContext context) {
        if (quiet) {
            context.close();
            return;
        }
        counters.turnAway();
        String words = "the request was not complete after " + requestTime.toMillis() + " ms";
        Object answer = raw
                ? Refusals.raw(408, "Request Timeout", "timeout_error", words)
                : Refusals.closing(HttpResponseStatus.REQUEST_TIMEOUT, "timeout_error", words);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
