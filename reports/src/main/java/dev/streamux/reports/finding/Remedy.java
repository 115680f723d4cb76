package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import java.util.Locale;

/**
 * What to change on a route.
 *
 * @param words one clause
 * @param code the line to write; empty if there is none
 */
record Remedy(String words, String code) {

    /** Nothing to change, or nothing that is known. */
    static final Remedy NONE = new Remedy("", "");
    /** The request itself asks for what cannot be streamed. */
    static final Remedy ASK_FOR_A_STREAM =
            new Remedy("Ask for a stream and show each piece as it comes:", "\"stream\": true");

    /** The remedy for the product that a route such as {@code nginx/default} names, or a general one. */
    static Remedy ofRoute(String route, DeliveryKind kind) {
        String name = route.toLowerCase(Locale.ROOT);
        if (name.contains("nginx")) {
            return new Remedy(
                    "In nginx, switch buffering off for this location, or send X-Accel-Buffering: no with the answer:",
                    "proxy_buffering off;");
        }
        if (name.contains("lighttpd")) {
            return new Remedy("In lighttpd, let the answer through as it comes:", "server.stream-response-body = 1");
        }
        if (name.contains("haproxy")) {
            return new Remedy(
                    "In HAProxy, send each event at once instead of waiting up to 200 ms for more:",
                    "option http-no-delay");
        }
        if (name.contains("varnish")) {
            return new Remedy("In Varnish, stream this answer from the backend:", "set beresp.do_stream = true;");
        }
        if (name.contains("traefik")) {
            return new Remedy("In Traefik, take the buffering middleware off this route.", "");
        }
        if (name.contains("envoy")) {
            return new Remedy("In Envoy, take filters that read the whole body off this route.", "");
        }
        if (name.equals("direct")) {
            return new Remedy("In the server, write and flush each event as soon as it is there.", "");
        }
        return kind == DeliveryKind.BUFFERED
                ? new Remedy(
                        "Switch response buffering off for event streams on this hop. In nginx:",
                        "proxy_buffering off;")
                : new Remedy(
                        "Flush after each event on this hop: no buffer, no timer, no compression of event streams. In"
                                + " nginx:",
                        "proxy_buffering off;");
    }
}
