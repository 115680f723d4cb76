package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.stage.Ending;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Reads the origin's answer to one request and tells the exchange, with how it really ended. */
// Writes and closes report their failure through channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class OriginReader extends ChannelInboundHandlerAdapter {
    private final Exchange exchange;
    private boolean interim;
    private boolean ended;
    private boolean reset;

    OriginReader(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpResponse response) {
            readHead(ctx, response);
        } else if (message instanceof HttpContent content && !interim && !ended) {
            exchange.originSent(content.content());
            if (content instanceof LastHttpContent) {
                end(Ending.CLEAN);
                ctx.close();
            }
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void readHead(ChannelHandlerContext ctx, HttpResponse response) {
        int status = response.status().code();
        interim = status < 200;
        if (response.decoderResult().isFailure()) {
            end(Ending.CUT);
            ctx.close();
        } else if (status == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            ended = true;
            exchange.originSwitched(response);
        } else if (!interim) {
            exchange.originAnswered(response);
        }
    }

    private void end(Ending ending) {
        if (!ended) {
            ended = true;
            exchange.originEnded(ending);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        reset = true;
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(reset ? Ending.RESET : Ending.CUT);
    }
}
