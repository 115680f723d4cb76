package dev.streamux.simulations.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client on a raw socket. */
final class RawClient implements AutoCloseable {
    static final String GET = "GET /v1 HTTP/1.1\r\nHost: test\r\n\r\n";

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
    }

    RawClient send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Reads until {@code text} was received; everything so far. */
    String readUntil(String text) throws IOException {
        InputStream in = socket.getInputStream();
        while (!received().contains(text)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before \"" + text + "\"; received: " + received());
            }
            received.write(next);
        }
        return received();
    }

    /** Reads to the end; how it ended: {@code end} or {@code reset}. */
    String readToEnd() throws IOException {
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                received.write(next);
            }
            return "end";
        } catch (SocketException e) {
            return "reset";
        }
    }

    /** True if nothing arrives for so long. */
    boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int next = socket.getInputStream().read();
            if (next >= 0) {
                received.write(next);
            }
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    String received() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    byte[] receivedBytes() {
        return received.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
