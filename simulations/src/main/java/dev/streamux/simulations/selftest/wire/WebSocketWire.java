package dev.streamux.simulations.selftest.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** WebSocket by hand, as little as one streamed answer needs (RFC 6455 §4 and §5). */
public final class WebSocketWire {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int SHORT_FRAME = 125;

    private WebSocketWire() {}

    /** The answer to a handshake with this key. */
    static byte[] acceptance(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return ("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
                            + "sec-websocket-accept: "
                            + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Skips one frame of the client, which is masked. */
    static void skipFrame(InputStream in) throws IOException {
        DataInputStream frame = new DataInputStream(in);
        frame.readUnsignedByte();
        int length = frame.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = frame.readUnsignedShort();
        } else if (length == 127) {
            length = (int) frame.readLong();
        }
        in.skipNBytes(4L + length);
    }

    /** A whole text message of up to 65,535 bytes. */
    public static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) 0x81);
        if (payload.length <= SHORT_FRAME) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        byte[] bytes = new byte[frame.position() + payload.length];
        frame.put(payload).flip();
        frame.get(bytes);
        return bytes;
    }
}
