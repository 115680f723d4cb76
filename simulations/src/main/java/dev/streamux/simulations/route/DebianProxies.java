package dev.streamux.simulations.route;

import dev.streamux.simulations.route.Configuration.Http2;
import dev.streamux.simulations.route.Configuration.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Proxies that are programs of the system. An explicit list, in the order to show it. */
final class DebianProxies {
    private static final String FILE = "proxy.conf";
    private static final String MAIN = "@RUN@/" + FILE;

    private DebianProxies() {}

    static void addTo(ConfigurationList list) {
        addServers(list);
        addBalancers(list);
        addCaches(list);
        addHttp2Servers(list);
    }

    private static void addServers(ConfigurationList list) {
        Product nginx = Product.of(
                "nginx",
                "nginx",
                "nginx-light",
                List.of("-v"),
                List.of("-p", "@RUN@", "-c", MAIN, "-e", "@RUN@/error.log"));
        list.add(
                nginx,
                FILE,
                ".conf",
                Http2.OWN_PORT,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "http11", Purpose.VARIANT,
                        "gzip-unbuffered", Purpose.VARIANT,
                        "gzip", Purpose.KNOWN_BAD,
                        "ignore-abort", Purpose.KNOWN_BAD));
        Product apache = Product.of(
                "apache", "apache2", "apache2", List.of("-v"), List.of("-d", "@RUN@", "-f", MAIN, "-DFOREGROUND"));
        list.add(
                apache,
                FILE,
                ".conf",
                Http2.SAME_PORT,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "deflate", Purpose.VARIANT,
                        "http10", Purpose.KNOWN_BAD));
        Product caddy = Product.of(
                "caddy",
                "caddy",
                "caddy",
                List.of("version"),
                List.of("run", "--adapter", "caddyfile", "--config", MAIN));
        list.add(
                caddy,
                FILE,
                ".Caddyfile",
                Http2.SAME_PORT,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "flush-interval", Purpose.VARIANT,
                        "encode", Purpose.KNOWN_BAD,
                        "buffer-responses", Purpose.KNOWN_BAD));
        Product lighttpd = Product.of("lighttpd", "lighttpd", "lighttpd", List.of("-v"), List.of("-D", "-f", MAIN));
        list.add(
                lighttpd,
                FILE,
                ".conf",
                Http2.SAME_PORT,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "streaming-2", Purpose.VARIANT,
                        "http10", Purpose.KNOWN_BAD));
    }

    private static void addBalancers(ConfigurationList list) {
        Product haproxy = Product.of("haproxy", "haproxy", "haproxy", List.of("-v"), List.of("-db", "-f", MAIN));
        list.add(
                haproxy,
                FILE,
                ".cfg",
                Http2.SAME_PORT,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "no-delay", Purpose.VARIANT,
                        "compression", Purpose.KNOWN_BAD,
                        "wait-for-body", Purpose.KNOWN_BAD));
        Product tinyproxy = Product.of("tinyproxy", "tinyproxy", "tinyproxy", List.of("-v"), List.of("-d", "-c", MAIN));
        list.add(tinyproxy, FILE, ".conf", Http2.NONE, Map.of("default", Purpose.DEFAULT));
    }

    private static void addCaches(ConfigurationList list) {
        Product squid =
                Product.of("squid", "squid", "squid", List.of("-v"), List.of("-N", "-f", MAIN, "-n", "s@PORT@"));
        list.add(
                squid, FILE, ".conf", Http2.NONE, Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED));
        List<String> start = List.of("-F", "-n", "@RUN@/n", "-a", "127.0.0.1:@PORT@", "-f", MAIN);
        List<String> small = List.of("-s", "malloc,64m", "-T", "none", "-j", "none");
        Product varnish = Product.of(
                "varnish",
                "varnishd",
                "varnish",
                List.of("-V"),
                Stream.concat(start.stream(), small.stream()).toList());
        list.add(
                varnish,
                FILE,
                ".vcl",
                Http2.NONE,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "gzip", Purpose.KNOWN_BAD,
                        "no-stream", Purpose.KNOWN_BAD));
        addTrafficServer(list);
    }

    private static void addTrafficServer(ConfigurationList list) {
        Product product = Product.of(
                "trafficserver",
                "traffic_server",
                "trafficserver",
                List.of("-V"),
                List.of("--run-root=@RUN@/runroot.yaml"));
        Map<String, Purpose> purposes =
                Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED, "compress", Purpose.KNOWN_BAD);
        for (String name : List.of("default", "streaming", "compress")) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("runroot.yaml", "trafficserver/runroot.yaml");
            files.put("etc/records.config", "trafficserver/" + name + ".records.config");
            for (String common : List.of("ip_allow.yaml", "storage.config", "remap.config", "compress.config")) {
                files.put("etc/" + common, "trafficserver/" + common);
            }
            if ("compress".equals(name)) {
                files.put("etc/plugin.config", "trafficserver/plugin.config");
            }
            Purpose purpose = Objects.requireNonNull(purposes.get(name));
            list.add(new Configuration(product, name, purpose, Http2.SAME_PORT, files));
        }
    }

    private static void addHttp2Servers(ConfigurationList list) {
        Product h2o = Product.of("h2o", "h2o", "h2o", List.of("-v"), List.of("-m", "worker", "-c", MAIN));
        list.add(
                h2o,
                FILE,
                ".conf",
                Http2.SAME_PORT,
                Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED, "compress", Purpose.VARIANT));
        Product nghttpx = Product.of("nghttpx", "nghttpx", "nghttp2-proxy", List.of("-v"), List.of("--conf=" + MAIN));
        list.add(
                nghttpx,
                FILE,
                ".conf",
                Http2.SAME_PORT,
                Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED));
    }
}
