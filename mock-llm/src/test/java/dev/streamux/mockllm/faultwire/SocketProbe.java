package dev.streamux.mockllm.faultwire;

import dev.streamux.protocol.chat.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One answer over the Responses WebSocket, frame by frame. */
final class SocketProbe {
    private static final int QUIET_MILLIS = 1_200;
    private static final int GOODBYE_MILLIS = 150;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    private static final Pattern REFUSED = Pattern.compile("\\{\"type\":\"error\",\"status\":(\\d+)");

    private final Seen seen = new Seen(Dialect.OPENAI_RESPONSES);
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    private SocketProbe() {}

    static Seen ask(int port, String frame, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String handshake = "GET /v1/responses HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n";
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.readUnsignedByte());
            }
            socket.getOutputStream().write(masked(frame));
            return new SocketProbe().read(socket, in);
        }
    }

    /** A text frame as a client sends it; the mask is all zeros, and it is short. */
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x81);
        out.write(0x80 | payload.length);
        out.writeBytes(new byte[4]);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    private Seen read(Socket socket, DataInputStream in) throws IOException {
        try {
            socket.setSoTimeout(QUIET_MILLIS);
            while (seen.pings() < 4) {
                frame(in);
                if (seen.ended()) {
                    socket.setSoTimeout(GOODBYE_MILLIS);
                }
            }
            return seen;
        } catch (SocketTimeoutException e) {
            return seen.and(seen.over() ? "stays open" : "silence");
        } catch (EOFException e) {
            return seen.and("FIN");
        } catch (SocketException e) {
            return seen.and("RST");
        }
    }

    private void frame(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] payload = in.readNBytes(length);
        int code = first & 15;
        if (code == CLOSE) {
            seen.and("Close");
        } else if (code == PING) {
            seen.ping();
        } else {
            boolean last = first >= 0x80;
            message.writeBytes(payload);
            if (last) {
                text(message.toString(StandardCharsets.UTF_8));
                message.reset();
            }
            seen.piece(length);
        }
    }

    private void text(String json) {
        Matcher refused = REFUSED.matcher(json);
        if (refused.lookingAt()) {
            seen.and("error frame " + refused.group(1));
        } else if (!json.endsWith("}") && !json.startsWith("{\"garbage\"")) {
            seen.and("half an event");
        } else {
            seen.event("message", json);
        }
    }
}
