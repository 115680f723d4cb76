package dev.streamux.mockllm.server;

import dev.streamux.mockllm.guard.Arrival;
import dev.streamux.mockllm.guard.Refusals;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2Error;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks at the first bytes of a connection and gives it the handlers that fit, or turns it away in words.
 *
 * <p>Without TLS, HTTP/2 with prior knowledge has its preface and all else is HTTP/1. An offer to upgrade to h2c inside an
 * HTTP/1 request is ignored, as the standard allows. Where the port speaks TLS, only TLS fits.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its channel, and that is seen
final class ProtocolChoice extends ByteToMessageDecoder {
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;

    private final ConnectionSetup setup;
    private final Arrival arrival;
    private boolean turnedAway;

    ProtocolChoice(ConnectionSetup setup, Arrival arrival) {
        this.setup = setup;
        this.arrival = arrival;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (turnedAway) {
            in.skipBytes(in.readableBytes());
            return;
        }
        Opening opening = Opening.of(in);
        if (opening == Opening.UNDECIDED) {
            return;
        }
        if (setup.speaksTls() ? opening == Opening.TLS : opening == Opening.HTTP1 || opening == Opening.HTTP2) {
            accept(context, opening);
            out.add(in.readSlice(in.readableBytes()).retain());
            context.pipeline().remove(this);
        } else {
            turnAway(context, in, opening);
        }
    }

    private void accept(ChannelHandlerContext context, Opening opening) {
        switch (opening) {
            case TLS -> setup.addTls(context, arrival);
            case HTTP2 -> setup.addHttp2(context.pipeline(), arrival);
            default -> setup.addHttp1(context.pipeline(), arrival);
        }
    }

    private void turnAway(ChannelHandlerContext context, ByteBuf in, Opening opening) {
        turnedAway = true;
        in.skipBytes(in.readableBytes());
        setup.countTurnedAway();
        ByteBuf words = opening == Opening.BROKEN_HTTP2 && !setup.speaksTls()
                ? goAway("the preface of HTTP/2 must be followed by a SETTINGS frame")
                : Refusals.raw(400, "Bad Request", "invalid_request_error", reason(opening));
        context.writeAndFlush(words).addListener(ChannelFutureListener.CLOSE);
    }

    private String reason(Opening opening) {
        if (setup.speaksTls()) {
            return "this port speaks TLS, and this is not TLS; use https://, or start the mock without --tls";
        }
        return opening == Opening.TLS
                ? "this is TLS, but this port speaks cleartext; use http://, or start the mock with --tls self-signed"
                : "this is not HTTP";
    }

    /** Empty SETTINGS, which must come first, and a GOAWAY with the words as debug data (RFC 9113 §6.8). */
    private static ByteBuf goAway(String words) {
        byte[] debug = words.getBytes(StandardCharsets.US_ASCII);
        ByteBuf out = Unpooled.buffer();
        frame(out, 0, SETTINGS);
        frame(out, 2 * Integer.BYTES + debug.length, GOAWAY);
        out.writeInt(0);
        out.writeInt((int) Http2Error.PROTOCOL_ERROR.code());
        return out.writeBytes(debug);
    }

    private static void frame(ByteBuf out, int length, int type) {
        out.writeMedium(length).writeByte(type).writeByte(0).writeInt(0);
    }
}
