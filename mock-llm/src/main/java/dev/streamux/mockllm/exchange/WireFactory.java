package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.stream.Wire;
import dev.streamux.mockllm.wire.Http1Wire;
import dev.streamux.mockllm.wire.Http2Wire;
import dev.streamux.mockllm.wire.Outbox;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;

/** Makes the wire of an answer, by the protocol of the connection. */
@FunctionalInterface
public interface WireFactory {
    /** For HTTP/1 connections, whose codec is called {@code http}. */
    WireFactory HTTP1 =
            (context, request, outbox) -> new Http1Wire(context.pipeline().context("http"), request, outbox);

    /** For the streams of HTTP/2 connections. */
    WireFactory HTTP2 = (context, request, outbox) -> new Http2Wire(context.channel());

    /** The wire of the answer to this request; the outbox is that of the connection's event loop. */
    Wire wire(ChannelHandlerContext context, HttpRequest request, Outbox outbox);
}
