package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** The last handler of a connection: gives the response that arrives to the one request that waits for it. */
public final class HttpSlot extends ChannelInboundHandlerAdapter {
    private @Nullable ResponseSink sink;
    private boolean informational;
    private boolean keepAlive;
    private @Nullable String fault;

    /** Takes the next response for {@code next}. */
    public void attach(ResponseSink next) {
        sink = next;
        informational = false;
        keepAlive = false;
    }

    /** Who waits for the response; null if nobody does. */
    @Nullable
    ResponseSink attached() {
        return sink;
    }

    /** Nobody waits any longer; whatever arrives now closes the connection. */
    public void detach() {
        sink = null;
    }

    /** Whether the last response allows another request on the same connection. */
    public boolean keepAlive() {
        return keepAlive;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (sink == null) {
                ChannelTypes.close(context.channel());
            } else if (message instanceof HttpObject object) {
                read(context, object, sink);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext context, HttpObject object, ResponseSink to) {
        if (object.decoderResult().isFailure()) {
            broken(
                    context,
                    "the response is no valid HTTP: "
                            + describe(object.decoderResult().cause()));
            return;
        }
        if (object instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (!informational) {
                keepAlive = HttpUtil.isKeepAlive(response);
                to.onHeaders(response);
            }
        }
        if (object instanceof HttpContent content && !informational) {
            // A sink that gave up on its own detaches; then the rest of this message is nobody's.
            if (content.content().isReadable() && sink == to) {
                to.onContent(content.content());
            }
            if (content instanceof LastHttpContent && sink == to) {
                sink = null;
                to.onEnd();
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (sink != null) {
            sink.onReadComplete();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2ResetFrame reset) {
            fault = "the stream was reset by the server, HTTP/2 error code " + reset.errorCode();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fault = describe(cause);
        broken(context, fault);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        broken(context, fault == null ? "the connection was closed before the response was whole" : fault);
        context.fireChannelInactive();
    }

    private void broken(ChannelHandlerContext context, String reason) {
        ResponseSink waiting = sink;
        sink = null;
        ChannelTypes.close(context.channel());
        if (waiting != null) {
            waiting.onBroken(reason);
        }
    }

    /** What went wrong, in words. */
    public static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
