package dev.streamux.simulations.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is likely to blame for a finding, and the line that fixes it.
 *
 * @param likely products that are known to show the signature
 * @param fix the line to change, or what to do where there is no line
 */
public record Advice(String likely, String fix) {

    private record Entry(Kind kind, int sizeBytes, String product, String likely, String fix) {
        /** A size of 0 and an empty product fit every one. */
        boolean fits(Finding finding, String server) {
            boolean sizeFits = sizeBytes == 0 || finding.sizeBytes().orElse(-1) == sizeBytes;
            return kind == finding.kind() && sizeFits && (product.isEmpty() || server.contains(product));
        }
    }

    /** The narrower entry comes first. */
    private static final List<Entry> ENTRIES = List.of(
            entry(
                    Kind.SIZE_BUFFER,
                    4096,
                    "nginx with only proxy_pass (HTTP/1.0 to the origin)",
                    "proxy_http_version 1.1; proxy_set_header Connection \"\"; proxy_buffering off;"
                            + " or let the origin send X-Accel-Buffering: no"),
            entry(
                    Kind.SIZE_BUFFER,
                    8192,
                    "Tomcat or IIS in front of the origin",
                    "flush after each event; in IIS switch response buffering and dynamic compression off for this path"),
            entry(
                    Kind.SIZE_BUFFER,
                    16384,
                    "HAProxy http-response wait-for-body, or a TLS record buffer",
                    "remove http-response wait-for-body for this path"),
            entry(
                    Kind.SIZE_BUFFER,
                    32768,
                    "Jetty ProxyServlet, Varnish do_gzip, Go io.Copy without flush",
                    "flush in onResponseContent (Jetty); do_gzip off (Varnish); FlushInterval -1 (Go)"),
            entry(
                    Kind.SIZE_BUFFER,
                    0,
                    "a buffer of that size somewhere on the path",
                    "look for a buffer of this size in the configuration of the hops and flush after each event"),
            entry(Kind.CORK, 0, "HAProxy without http-no-delay (the kernel's 200 ms timer)", "option http-no-delay"),
            entry(
                    Kind.ONE_SHOT_TIMER,
                    0,
                    "a flush latency such as Go's maxLatencyWriter",
                    "set the flush interval to flush at once (Go: FlushInterval: -1)"),
            entry(
                    Kind.PERIODIC_FLUSH,
                    0,
                    "oauth2-proxy (1 s), fabio (1 s), kube-oidc-proxy (50 ms), a Go FlushInterval",
                    "--flush-interval=-1ms, or the smallest value it takes"),
            entry(
                    Kind.DELAYED_ACK,
                    0,
                    "several small writes an event without TCP_NODELAY",
                    "set TCP_NODELAY and write each event in one piece"),
            entry(
                    Kind.ONE_BEHIND,
                    0,
                    "HAProxy compression, Kaspersky's web filter",
                    "take text/event-stream out of compression type, or send a comment line after each event"),
            product(
                    Kind.FULL_BUFFER,
                    "lighttpd",
                    "lighttpd with server.stream-response-body 0, its default",
                    "server.stream-response-body = 1"),
            product(
                    Kind.STORED_AND_REFRAMED,
                    "lighttpd",
                    "lighttpd with server.stream-response-body 0, its default",
                    "server.stream-response-body = 1"),
            entry(
                    Kind.STORED_AND_REFRAMED,
                    0,
                    "lighttpd's default, a WAF that inspects bodies, a handler that awaits text(), Caddy buffer_responses",
                    "lighttpd: server.stream-response-body = 1; else let this path through without body inspection"),
            entry(
                    Kind.FULL_BUFFER,
                    0,
                    "lighttpd's default, Varnish do_stream=false, HAProxy wait-for-body, Caddy buffer_responses, an API gateway"
                            + " in buffered mode",
                    "lighttpd: server.stream-response-body = 1; Varnish: do_stream = true; API gateway: transfer mode STREAM"),
            entry(
                    Kind.COMPRESSOR,
                    0,
                    "a compressor that is not flushed: nginx gzip with buffering, express compression(),"
                            + " Next.js compress, Caddy encode, Undertow",
                    "Cache-Control: no-transform from the origin (express, Next.js), take text/event-stream out of the"
                            + " compressed types, or proxy_buffering off (nginx)"),
            entry(
                    Kind.COMPRESSOR_WINDOW,
                    0,
                    "a compressor that is not flushed: nginx gzip with buffering, express"
                            + " compression(), Next.js compress, Caddy encode, Traffic Server compress",
                    "Cache-Control: no-transform from the origin (express, Next.js), take text/event-stream out of the"
                            + " compressed types, or proxy_buffering off (nginx)"),
            entry(
                    Kind.INITIAL_HOLD,
                    0,
                    "HAProxy http-response wait-for-body (the first 16 KiB), content sniffing, an antivirus",
                    "remove http-response wait-for-body for this path (HAProxy); else send a comment of that many bytes"
                            + " first, such as \": \" and spaces"),
            entry(
                    Kind.HEADERS_HELD,
                    0,
                    "nginx with buffering on, h2o, http-proxy, Spring gateways",
                    "let the origin send a comment line (\": ok\") at once; harmless for tokens"),
            entry(
                    Kind.QUEUEING,
                    0,
                    "worker, pool or maxconn limits (Apache MaxRequestWorkers, HAProxy maxconn)",
                    "raise the limit above the number of streams at once"),
            entry(
                    Kind.REFUSED,
                    0,
                    "a limit on connections (Undertow connectionsPerThread, nginx worker_connections, HAProxy maxconn)",
                    "raise the limit above the number of streams at once"),
            entry(Kind.REPLAY, 0, "Varnish or a CDN that caches GET", "Cache-Control: no-store, or POST"),
            entry(
                    Kind.RETRY,
                    0,
                    "Traffic Server, Envoy or Istio retries, a gateway's error dispatch",
                    "switch retries off for this route, or send an idempotency key"),
            entry(
                    Kind.SILENT_TRUNCATION,
                    0,
                    "Caddy 2.6, h2o, lighttpd, http-proxy, HAProxy over HTTP/2, any hop that speaks HTTP/1.0 to the origin",
                    "HTTP/1.1 to the origin; and let clients require the terminal event ([DONE], finish_reason)"),
            entry(
                    Kind.HANGS,
                    0,
                    "http-proxy and Vite's dev server",
                    "set an idle timeout on the proxy and in the client"),
            product(
                    Kind.CANCELLATION_LEAK,
                    "nginx",
                    "nginx with proxy_ignore_client_abort on",
                    "proxy_ignore_client_abort off"),
            product(
                    Kind.CANCELLATION_LEAK,
                    "express",
                    "http-proxy on Node, which never closes the origin's connection",
                    "end the proxied request on the client's close event: response.on('close', ...)"),
            entry(
                    Kind.CANCELLATION_LEAK,
                    0,
                    "HAProxy without abortonclose, Apache, Varnish, Traffic Server, lighttpd, h2o, Caddy"
                            + " with flush_interval -1",
                    "HAProxy: option abortonclose; Caddy: no flush_interval; else send a heartbeat comment, so that the hop"
                            + " has to write"),
            entry(
                    Kind.IDLE_CUT,
                    0,
                    "an idle timeout (30 s Traffic Server, h2o; 50 s HAProxy on Debian; 60 s nginx, Varnish)",
                    "a comment heartbeat below the limit, or a longer read timeout"),
            entry(Kind.JITTER, 0, "the network, or a busy host", "look at the client's machine first"),
            entry(Kind.STREAMED, 0, "-", "nothing to change"));

    private static Entry entry(Kind kind, int sizeBytes, String likely, String fix) {
        return new Entry(kind, sizeBytes, "", likely, fix);
    }

    private static Entry product(Kind kind, String product, String likely, String fix) {
        return new Entry(kind, 0, product, likely, fix);
    }

    /**
     * The advice for a finding.
     *
     * @param server how the path names itself in its headers, in any case; may be empty
     */
    public static Advice of(Finding finding, String server) {
        String lower = server.toLowerCase(Locale.ROOT);
        Optional<Entry> entry =
                ENTRIES.stream().filter(each -> each.fits(finding, lower)).findFirst();
        return entry.map(found -> new Advice(found.likely(), found.fix()))
                .orElse(new Advice("unknown", "measure hop by hop: point doctor at each hop from the origin outwards"));
    }
}
