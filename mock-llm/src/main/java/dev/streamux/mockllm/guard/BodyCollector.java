package dev.streamux.mockllm.guard;

import dev.streamux.mockllm.check.Counters;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Collects a request's body, answers {@code Expect: 100-continue}, and refuses bodies over the limit in words. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
public final class BodyCollector extends HttpObjectAggregator {
    private final Counters counters;
    private final int most;

    /** Takes bodies of up to so many bytes. */
    public BodyCollector(int most, Counters counters) {
        super(most);
        this.counters = counters;
        this.most = most;
    }

    @Override
    protected Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object response = super.newContinueResponse(start, maxContentLength, pipeline);
        if (response instanceof FullHttpResponse full
                && full.status().code() == HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()) {
            full.release();
            return tooLarge();
        }
        return response;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        context.writeAndFlush(tooLarge()).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse tooLarge() {
        counters.turnAway();
        return Refusals.closing(
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                "request_too_large",
                "the request's body is over " + most + " bytes, the mock's limit");
    }
}
