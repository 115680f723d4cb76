package dev.streamux.simulations.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: its requests one after the other, in order.
 *
 * <p>It goes on reading while an answer is under way, because that is how it learns that the client left.
 */
// Writes and closes report their failure through channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class ClientConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Exchanges exchanges;
    private final Deque<FullHttpRequest> pipelined = new ArrayDeque<>();
    private @Nullable Exchange current;

    ClientConnection(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            ctx.close();
            return;
        }
        pipelined.add(request.retain());
        if (current == null) {
            beginNext(ctx);
        }
    }

    private void beginNext(ChannelHandlerContext ctx) {
        FullHttpRequest next = pipelined.poll();
        if (next != null) {
            current = exchanges.begin(ctx.channel(), next, () -> {
                current = null;
                ctx.executor().execute(() -> {
                    if (current == null) {
                        beginNext(ctx);
                    }
                });
            });
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (current != null) {
            current.clientReadsOn(ctx.channel().isWritable());
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (current != null) {
            current.clientLeft();
        }
        pipelined.forEach(ReferenceCountUtil::release);
        pipelined.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // A reset of the client: the connection is gone, and channelInactive follows.
        ctx.close();
    }
}
