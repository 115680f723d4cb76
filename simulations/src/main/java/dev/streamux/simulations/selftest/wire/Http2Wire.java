package dev.streamux.simulations.selftest.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/2 by hand, as little as one streamed response needs (RFC 9113 §4 and §6): the client's frames are skipped, the
 * answer is one HEADERS frame and a DATA frame for each write.
 */
final class Http2Wire {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int FLAG_END_STREAM = 1;
    private static final int FLAG_ACK = 1;
    private static final int FLAG_END_HEADERS = 4;

    private Http2Wire() {}

    /** Answers the preface, whose second line is still unread, and gives the stream on which the request came. */
    static int accept(InputStream in, OutputStream out) throws IOException {
        // "SM" and two line ends follow the part of the preface that looks like a request.
        in.skipNBytes("SM\r\n\r\n".length());
        out.write(frame(SETTINGS, 0, 0, new byte[0]));
        out.write(frame(SETTINGS, FLAG_ACK, 0, new byte[0]));
        out.flush();
        DataInputStream frames = new DataInputStream(in);
        int stream = 0;
        boolean ended = false;
        while (!ended) {
            int lengthAndType = frames.readInt();
            int flags = frames.readUnsignedByte();
            int id = frames.readInt();
            in.skipNBytes(lengthAndType >>> 8);
            int type = lengthAndType & 0xFF;
            stream = type == HEADERS ? id : stream;
            ended = (type == DATA || type == HEADERS) && (flags & FLAG_END_STREAM) != 0;
        }
        return stream;
    }

    /** The headers: status 200, and the content type of an event stream. */
    static byte[] headers(int stream) {
        byte[] value = "text/event-stream".getBytes(StandardCharsets.US_ASCII);
        // RFC 7541: 0x88 is ":status: 200"; 0x0f 0x10 a literal whose name is entry 31, "content-type".
        byte[] block = ByteBuffer.allocate(4 + value.length)
                .put((byte) 0x88)
                .put((byte) 0x0f)
                .put((byte) 0x10)
                .put((byte) value.length)
                .put(value)
                .array();
        return frame(HEADERS, FLAG_END_HEADERS, stream, block);
    }

    /** A piece of the body. */
    static byte[] data(int stream, byte[] body) {
        return frame(DATA, 0, stream, body);
    }

    /** The end of the body. */
    static byte[] end(int stream) {
        return frame(DATA, FLAG_END_STREAM, stream, new byte[0]);
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
