package dev.streamux.mockllm.faultwire;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.sse.SseDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.protocol.sse.SseListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request over HTTP/1.1 on a plain socket, read to whatever end it has. */
final class Http1Probe {
    private static final int QUIET_MILLIS = 1_200;
    private static final int GOODBYE_MILLIS = 150;
    private static final String LENGTH = "content-length: ";
    /** For answers that neither end nor are silent. */
    private static final long LONGEST_NANOS = 1_500_000_000;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String head = "";
    private int dripped;
    private int reads;
    private boolean endTold;

    private Http1Probe() {}

    static Seen ask(int port, Dialect dialect, String path, String body, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: "
                    + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            Http1Probe probe = new Http1Probe();
            String end = probe.read(socket);
            return probe.seen(dialect, end);
        }
    }

    private boolean sized() {
        return head.contains(LENGTH);
    }

    private String read(Socket socket) throws IOException {
        byte[] buffer = new byte[65_536];
        long start = System.nanoTime();
        try {
            socket.setSoTimeout(QUIET_MILLIS);
            while (true) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    return "FIN";
                }
                received.write(buffer, 0, count);
                parse(received.toString(StandardCharsets.ISO_8859_1));
                reads += sized() ? 1 : 0;

                if (endTold) {
                    socket.setSoTimeout(GOODBYE_MILLIS);
                } else if (System.nanoTime() - start > LONGEST_NANOS) {
                    return "";
                }
            }
        } catch (SocketTimeoutException e) {
            return endTold ? "end of body" : "silence";
        } catch (SocketException e) {
            return "RST";
        }
    }

    /** Latin characters stand for bytes. */
    private void parse(String text) {
        int at = text.indexOf("\r\n\r\n") + 4;
        if (at < 4) {
            return;
        }
        head = text.substring(0, at).toLowerCase(Locale.ROOT);
        body.reset();
        dripped = 0;
        int length = head.indexOf(LENGTH);
        if (length > 0) {
            body.writeBytes(text.substring(at).getBytes(StandardCharsets.ISO_8859_1));
            int promised = Integer.parseInt(head.substring(length + LENGTH.length(), head.indexOf('\r', length))
                    .trim());
            endTold = body.size() >= promised;
            return;
        }
        int line = text.indexOf("\r\n", at);
        while (line > 0) {
            int size = Integer.parseInt(text.substring(at, line), 16);
            at = line + 2;
            endTold = size == 0;
            dripped += size == Seen.DRIP_BYTES ? 1 : 0;
            body.writeBytes(
                    text.substring(at, Math.min(text.length(), at + size)).getBytes(StandardCharsets.ISO_8859_1));
            at += size + 2;
            line = at < text.length() ? text.indexOf("\r\n", at) : -1;
        }
    }

    private Seen seen(Dialect dialect, String end) {
        Seen seen = new Seen(dialect);
        String status = head.isEmpty() ? "" : head.substring(9, 12);
        if (!status.isEmpty() && !status.equals("200")) {
            return seen.and("HTTP " + status);
        }
        if (head.contains("event-stream")) {
            SseDecoder sse = new SseDecoder(new SseListener() {
                @Override
                public void onEvent(SseEvent event) {
                    seen.event(event.type(), event.data());
                }

                @Override
                public void onComment(String comment) {
                    seen.ping();
                }
            });
            sse.feed(body.toByteArray());
            if (sse.pendingBytes() > 0) {
                seen.and("half an event");
            }
        } else {
            seen.body(body.toString(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < (sized() ? reads : dripped); i++) {
            seen.piece(Seen.DRIP_BYTES);
        }
        return end.isEmpty() ? seen : seen.and(end);
    }
}
