package dev.streamux.simulations.proxy.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Policies that imitate real proxies, each with the source of its numbers.
 *
 * <p>"Measured" means: over loopback on a 2-core Debian 12 machine with the version named; {@code ./streamux atlas}
 * measures the real ones again.
 */
public enum Preset {
    /** nginx with nothing but {@code proxy_pass}. */
    NGINX_DEFAULT("size:4096+headers-late", "measured, nginx 1.22.1: HTTP/1.0 upstream, proxy_buffer_size of one page"),
    /** nginx that compresses event streams with buffering on. */
    NGINX_GZIP("gzip+headers-late", "measured, nginx 1.22.1: gzip_types text/event-stream with proxy_buffering on"),
    /** HAProxy with Debian's defaults section. */
    HAPROXY_DEFAULT(
            "one-shot:200ms", "measured, HAProxy 2.6.12: no option http-no-delay; Linux TCP cork timer, tcp(7)"),
    /** HAProxy with {@code compression type text/event-stream}. */
    HAPROXY_COMPRESSION("hold-one+gzip-flush", "measured, HAProxy 2.6.12: compression with http-no-delay"),
    /** lighttpd with {@code server.stream-response-body} left at 0. */
    LIGHTTPD_DEFAULT("truncate-clean+full-length+never-cancel", "measured, lighttpd 1.4.69: stores and re-frames"),
    /** Jetty's {@code ProxyServlet}. */
    JETTY_PROXY_SERVLET("size:32768+never-cancel", "measured, Jetty 12: 32 KiB output buffer that is never flushed"),
    /** A periodic flusher such as oauth2-proxy's default. */
    OAUTH2_PROXY("time:1s", "documented: oauth2-proxy --flush-interval, default 1s"),
    /** http-proxy on Node: holds headers, never closes its upstream, reports a reset as a clean end. */
    NODE_HTTP_PROXY("truncate-clean+headers-late+never-cancel", "measured, http-proxy 1.18.1 on Node 20"),
    /** express {@code compression()} in front of a proxy. */
    EXPRESS_COMPRESSION("gzip+headers-late", "measured, compression 1.8 for Node: the compressor is not flushed"),
    /** A proxy whose idle limit is a minute, as nginx, Varnish and nghttpx have it. */
    IDLE_MINUTE("idle-cut:60s", "documented: nginx proxy_read_timeout, default 60s"),
    /** Apache's mod_proxy_http: streams, with as many workers as MaxRequestWorkers allows. */
    APACHE_DEFAULT("queue:150", "documented: Apache MaxRequestWorkers 150 on Debian; measured to queue silently"),
    /** A phone on a poor mobile network. */
    MOBILE_POOR(
            "network:delay=150ms,jitter=60ms,bandwidth=780kbit,stall=1%/400ms",
            "rates of WebPageTest's profile \"3G slow\" for bandwidth; delay and stalls are a choice of ours");

    private final String words;
    private final String source;

    Preset(String words, String source) {
        this.words = words;
        this.source = source;
    }

    /** The name to give as a policy, such as {@code nginx-default}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy words that the preset stands for. */
    public String words() {
        return words;
    }

    /** Where the numbers are from. */
    public String source() {
        return source;
    }

    /** The policy that the preset stands for. */
    public Policy policy() {
        return PolicyWords.parse(words);
    }

    /** The preset with this name, if there is one. */
    public static Optional<Preset> find(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word))
                .findFirst();
    }

    /** All names, comma separated, for messages. */
    public static String names() {
        return PolicyWords.join(values());
    }
}
