package dev.streamux.simulations.selftest.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the scripted server reads it: just enough to know where it ends and which script it wants.
 *
 * @param target the request line's second word; {@code *} for the preface of HTTP/2
 * @param headers names in lower case
 */
record WireRequest(String target, Map<String, String> headers) {

    /** The next request of a connection with its body skipped; null at the end of the connection. */
    static @Nullable WireRequest read(InputStream in) throws IOException {
        String first = readLine(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        String line = readLine(in);
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            line = readLine(in);
        }
        in.skipNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new WireRequest(first.substring(first.indexOf(' ') + 1, first.lastIndexOf(' ')), headers);
    }

    /** The first segment of the path, which names the script. */
    static String scriptOf(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int value = in.read();
        while (value >= 0 && value != '\n') {
            line.append((char) value);
            value = in.read();
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }
}
