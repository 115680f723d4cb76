package dev.streamux.mockllm;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A plain socket to the mock, so that tests see and send bytes and nothing else. */
final class RawExchange implements AutoCloseable {
    private final Socket socket;

    RawExchange(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    RawExchange send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawExchange send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads until the text was seen or the stream has ended. */
    String until(String end) throws IOException {
        StringBuilder all = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        // Bytes as characters, so that the search can start where the last one ended.
        while (all.indexOf(end, Math.max(0, all.length() - buffer.length - end.length())) < 0) {
            int count = in.read(buffer);
            if (count < 0) {
                break;
            }
            all.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
        return new String(all.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Reads to the end of the connection. */
    String toEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A chat request with this first line and these further header lines, each with its line end. */
    static String chat(String version, String model, boolean stream, String headers) {
        String body = "{\"model\":\"" + model + "\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        return "POST /v1/chat/completions " + version + "\r\nHost: localhost\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** Resets the connection. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
