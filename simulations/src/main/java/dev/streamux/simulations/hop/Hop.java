package dev.streamux.simulations.hop;

import java.net.URI;
import java.util.Optional;

/**
 * A path to the prober's origin.
 *
 * @param name its name in tables, such as {@code nginx/default}
 * @param through the address to ask, which must lead to the origin
 * @param http2 the address to ask over HTTP/2, without TLS and with prior knowledge; empty if it takes none
 */
public record Hop(String name, URI through, Optional<URI> http2) {
    /** A path that takes HTTP/1.1 only. */
    public static Hop http1(String name, URI through) {
        return new Hop(name, through, Optional.empty());
    }

    /** Where the case is to be sent. */
    URI address(ProbeCase probe) {
        return probe.isHttp2() ? http2.orElse(through) : through;
    }
}
