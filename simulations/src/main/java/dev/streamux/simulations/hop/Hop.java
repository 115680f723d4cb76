package dev.streamux.simulations.hop;

import java.net.URI;

/**
 * A path to the prober's origin.
 *
 * @param name its name in tables, such as {@code nginx/default}
 * @param through the address to ask, which must lead to the origin
 * @param http2 whether it takes HTTP/2 without TLS on the same port
 */
public record Hop(String name, URI through, boolean http2) {}
