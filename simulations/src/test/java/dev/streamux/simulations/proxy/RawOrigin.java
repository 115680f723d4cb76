package dev.streamux.simulations.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An origin on a raw socket: the test says byte by byte what it answers to each connection. */
final class RawOrigin implements AutoCloseable {
    /** What the origin does on one connection once the request is read. */
    interface Answer {
        void give(Connection connection) throws IOException, InterruptedException;
    }

    /** A connection whose request has been read. */
    static final class Connection {
        final String request;
        private final Socket socket;

        Connection(String request, Socket socket) {
            this.request = request;
            this.socket = socket;
        }

        /** Sends these bytes in one write. */
        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Sends one chunk of a chunked body. */
        void chunk(String bytes) throws IOException {
            send(Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n");
        }

        /** Sends the head of a chunked event stream. */
        void streamHead() throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        /** Blocks until the peer closes; true if it did. */
        boolean peerCloses() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // What comes after the request does not matter.
                }
                return true;
            } catch (IOException e) {
                return true;
            }
        }

        /** Blocks for the next bytes. */
        String read(int count) throws IOException {
            return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
        }

        /** Ends with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawOrigin(Answer answer) {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(() -> accept(answer), "raw-origin");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The heads of the requests so far, with their bodies. */
    List<String> requests() {
        return requests;
    }

    private void accept(Answer answer) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread connection = new Thread(() -> serve(socket, answer), "raw-origin-connection");
                connection.setDaemon(true);
                connection.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, Answer answer) {
        try (socket) {
            String request = readRequest(new BufferedInputStream(socket.getInputStream(), 1));
            requests.add(request);
            answer.give(new Connection(request, socket));
        } catch (IOException e) {
            // The proxy closed the connection, which some tests want.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at >= 0) {
            int length = Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
            head.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
