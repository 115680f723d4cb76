package dev.streamux.simulations.client.transport.socket;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where connections go and what is spoken on them; connections of one origin are interchangeable.
 *
 * @param tls whether TLS is spoken
 * @param host name or address
 * @param port in [1, 65535]
 * @param http2 whether HTTP/2 is spoken rather than HTTP/1.1
 * @param connectProxy the proxy to tunnel through
 */
public record Origin(boolean tls, String host, int port, boolean http2, Optional<URI> connectProxy) {
    static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The origin of a web address. */
    public static Origin of(URI target, boolean http2, Optional<URI> connectProxy) {
        boolean tls = target.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = target.getPort() >= 0 ? target.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
        return new Origin(tls, target.getHost(), port, http2, connectProxy);
    }

    /** The value of the {@code Host} header: the port is left out where it is the scheme's own. */
    public String authority() {
        return port == (tls ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
    }

    /** The host as a name resolver and a socket want it: an IPv6 literal without brackets. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
