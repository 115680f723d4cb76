package dev.streamux.mockllm.server;

import dev.streamux.mockllm.guard.Arrival;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/**
 * Looks at the first bytes of a connection without TLS: HTTP/2 with prior knowledge has its preface, all else is HTTP/1.
 *
 * <p>An offer to upgrade to h2c inside an HTTP/1 request is ignored, as the standard allows.
 */
final class ProtocolChoice extends ByteToMessageDecoder {
    private final ConnectionSetup setup;
    private final Arrival arrival;

    ProtocolChoice(ConnectionSetup setup, Arrival arrival) {
        this.setup = setup;
        this.arrival = arrival;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
        try {
            int length = Math.min(in.readableBytes(), preface.readableBytes());
            boolean agrees = ByteBufUtil.equals(in, in.readerIndex(), preface, preface.readerIndex(), length);
            if (agrees && length < preface.readableBytes()) {
                return;
            }
            if (agrees) {
                setup.addHttp2(context.pipeline(), arrival);
            } else {
                setup.addHttp1(context.pipeline(), arrival);
            }
            out.add(in.readSlice(in.readableBytes()).retain());
            context.pipeline().remove(this);
        } finally {
            preface.release();
        }
    }
}
