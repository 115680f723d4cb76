package dev.streamux.mockllm.faultwire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client by a raw socket that asks once, reads none of the answer and leaves. */
final class Leaver implements AutoCloseable {
    private static final String BODY =
            "{\"model\":\"mock\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    /** How it talks and how it leaves. */
    enum Way {
        STREAM_FIN,
        STREAM_RST,
        BODY_FIN,
        HTTP2_RST_STREAM,
        HTTP2_FIN,
        SOCKET_CLOSE_FRAME,
        SOCKET_RST
    }

    private final Way way;
    private final Socket socket;

    /**
     * Asks.
     *
     * @param knobs header lines with line feeds between them
     */
    Leaver(Way way, int port, String knobs) throws IOException {
        this.way = way;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        switch (way) {
            case STREAM_FIN, STREAM_RST -> send(http1(BODY.formatted(true), knobs));
            case BODY_FIN -> send(http1(BODY.formatted(false), knobs));
            case HTTP2_RST_STREAM, HTTP2_FIN -> send(http2(BODY.formatted(true), knobs));
            case SOCKET_CLOSE_FRAME, SOCKET_RST -> upgrade(knobs);
        }
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private static byte[] http1(String body, String knobs) {
        return ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n" + knobs.replace("\n", "\r\n")
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The preface, empty settings, and stream 1 with headers in literal form (RFC 7541 §6.2.2). */
    private static byte[] http2(String body, String knobs) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        literal(head, ":method", "POST");
        literal(head, ":scheme", "http");
        literal(head, ":path", "/v1/chat/completions");
        literal(head, ":authority", "localhost");
        for (String knob : knobs.split("\n", -1)) {
            literal(
                    head,
                    knob.substring(0, knob.indexOf(':')).toLowerCase(Locale.ROOT),
                    knob.substring(knob.indexOf(':') + 2));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(out, 4, 0, 0, new byte[0]);
        frame(out, 1, 4, 1, head.toByteArray());
        frame(out, 0, 1, 1, body.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void literal(ByteArrayOutputStream out, String name, String value) {
        out.write(0);
        out.write(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.write(value.length());
        out.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void frame(ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
        out.writeBytes(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream});
        out.writeBytes(payload);
    }

    private void upgrade(String knobs) throws IOException {
        send(("GET /v1/responses HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + knobs.replace("\n", "\r\n") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) socket.getInputStream().read());
        }
        byte[] frame = "{\"type\":\"response.create\",\"model\":\"mock\",\"input\":\"hi\"}"
                .getBytes(StandardCharsets.US_ASCII);
        send(masked(0x81, frame));
    }

    /** A frame as a client sends it; the mask is all zeros, and it is short. */
    private static byte[] masked(int first, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(0x80 | payload.length);
        out.writeBytes(new byte[4]);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** Leaves. The socket itself stays open where the protocol has a word for leaving. */
    void leave() throws IOException {
        switch (way) {
            case STREAM_FIN, BODY_FIN, HTTP2_FIN -> socket.shutdownOutput();
            case STREAM_RST, SOCKET_RST -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case HTTP2_RST_STREAM -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                frame(out, 3, 0, 1, new byte[] {0, 0, 0, 8});
                send(out.toByteArray());
            }
            case SOCKET_CLOSE_FRAME -> send(masked(0x88, new byte[] {3, (byte) 0xe8}));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
