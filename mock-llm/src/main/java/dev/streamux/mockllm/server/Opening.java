package dev.streamux.mockllm.server;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a connection look like. */
enum Opening {
    /** More bytes are needed. */
    UNDECIDED,
    /** A line of HTTP/1, or what may be one. */
    HTTP1,
    /** The preface of HTTP/2 and the head of a SETTINGS frame. */
    HTTP2,
    /** Something that begins as the preface of HTTP/2 and does not go on so. */
    BROKEN_HTTP2,
    /** A record of TLS. */
    TLS,
    /** No line of text, so nothing that HTTP/1 begins with: SOCKS and the like. */
    NO_HTTP;

    /** By RFC 9113 §3.4; a frame's head has its type as fourth byte (§4.1). */
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int FIRST_LINE = "PRI * HTTP/2.0".length();
    private static final int TYPE_AT = PREFACE.length + 3;
    private static final int SETTINGS = 4;

    /** By RFC 8446 §5.1: the content type of a handshake record, then the major version. */
    private static final int TLS_HANDSHAKE = 0x16;

    private static final int TLS_MAJOR = 3;

    /** What these bytes begin; none is consumed. */
    static Opening of(ByteBuf in) {
        if (!in.isReadable()) {
            return UNDECIDED;
        }
        int first = in.getUnsignedByte(in.readerIndex());
        if (first == TLS_HANDSHAKE) {
            boolean knowsVersion = in.readableBytes() > 1;
            return !knowsVersion ? UNDECIDED : in.getByte(in.readerIndex() + 1) == TLS_MAJOR ? TLS : NO_HTTP;
        }
        if (first != '\r' && first != '\n' && (first <= ' ' || first > '~')) {
            return NO_HTTP;
        }
        return http(in);
    }

    private static Opening http(ByteBuf in) {
        int length = Math.min(in.readableBytes(), PREFACE.length);
        int same = 0;
        while (same < length && in.getByte(in.readerIndex() + same) == PREFACE[same]) {
            same++;
        }
        if (same < length) {
            return same >= FIRST_LINE ? BROKEN_HTTP2 : HTTP1;
        }
        if (in.readableBytes() <= TYPE_AT) {
            return UNDECIDED;
        }
        return in.getByte(in.readerIndex() + TYPE_AT) == SETTINGS ? HTTP2 : BROKEN_HTTP2;
    }
}
