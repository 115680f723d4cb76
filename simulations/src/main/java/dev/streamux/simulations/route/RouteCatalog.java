package dev.streamux.simulations.route;

import dev.streamux.simulations.route.Configuration.Purpose;
import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The real proxies that streamux knows, each in several configurations. An explicit list, in the order to show it. */
public final class RouteCatalog {
    private static final String MAIN = "@RUN@/proxy.conf";

    private final List<Configuration> all = new ArrayList<>();

    private RouteCatalog() {}

    /** Every configuration, grouped by product. */
    public static List<Configuration> configurations() {
        RouteCatalog catalog = new RouteCatalog();
        catalog.addCommonProxies();
        catalog.addCaches();
        catalog.addHttp2Proxies();
        catalog.addNodeProxies();
        return List.copyOf(catalog.all);
    }

    /**
     * The configuration with this route's name, such as {@code nginx/default}; a product's name alone means its default.
     *
     * @throws InvalidInputException if there is none; the message lists all
     */
    public static Configuration find(String route) {
        String wanted = route.contains("/") ? route : route + "/default";
        return configurations().stream()
                .filter(configuration -> configuration.route().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("route \"" + route + "\" is unknown; known are "
                        + configurations().stream().map(Configuration::route).collect(Collectors.joining(", "))));
    }

    private void addCommonProxies() {
        Product nginx = Product.of(
                "nginx",
                "nginx",
                "nginx-light",
                List.of("-v"),
                List.of("-p", "@RUN@", "-c", MAIN, "-e", "@RUN@/error.log"));
        add(
                nginx,
                ".conf",
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "http11", Purpose.VARIANT,
                        "gzip-unbuffered", Purpose.VARIANT,
                        "gzip", Purpose.KNOWN_BAD,
                        "ignore-abort", Purpose.KNOWN_BAD));
        Product haproxy = Product.of("haproxy", "haproxy", "haproxy", List.of("-v"), List.of("-db", "-f", MAIN));
        add(
                haproxy,
                ".cfg",
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "no-delay", Purpose.VARIANT,
                        "compression", Purpose.KNOWN_BAD,
                        "wait-for-body", Purpose.KNOWN_BAD));
        Product apache = Product.of(
                "apache", "apache2", "apache2", List.of("-v"), List.of("-d", "@RUN@", "-f", MAIN, "-DFOREGROUND"));
        add(
                apache,
                ".conf",
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
        add(
                caddy,
                ".Caddyfile",
                Map.of(
                        "default", Purpose.DEFAULT,
                        "flush-interval", Purpose.VARIANT,
                        "encode", Purpose.KNOWN_BAD,
                        "buffer-responses", Purpose.KNOWN_BAD));
        Product lighttpd = Product.of("lighttpd", "lighttpd", "lighttpd", List.of("-v"), List.of("-D", "-f", MAIN));
        add(
                lighttpd,
                ".conf",
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "streaming-2", Purpose.VARIANT,
                        "http10", Purpose.KNOWN_BAD));
        Product tinyproxy = Product.of("tinyproxy", "tinyproxy", "tinyproxy", List.of("-v"), List.of("-d", "-c", MAIN));
        add(tinyproxy, ".conf", Map.of("default", Purpose.DEFAULT));
    }

    private void addCaches() {
        Product squid =
                Product.of("squid", "squid", "squid", List.of("-v"), List.of("-N", "-f", MAIN, "-n", "s@PORT@"));
        add(squid, ".conf", Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED));
        Product varnish = Product.of(
                "varnish",
                "varnishd",
                "varnish",
                List.of("-V"),
                List.of(
                        "-F",
                        "-n",
                        "@RUN@/n",
                        "-a",
                        "127.0.0.1:@PORT@",
                        "-f",
                        MAIN,
                        "-s",
                        "malloc,64m",
                        "-T",
                        "none",
                        "-j",
                        "none"));
        add(
                varnish,
                ".vcl",
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "gzip", Purpose.KNOWN_BAD,
                        "no-stream", Purpose.KNOWN_BAD));
        addTrafficServer();
    }

    private void addTrafficServer() {
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
            all.add(new Configuration(
                    product, name, java.util.Objects.requireNonNull(purposes.get(name)), false, files));
        }
    }

    private void addHttp2Proxies() {
        Product h2o = Product.of("h2o", "h2o", "h2o", List.of("-v"), List.of("-m", "worker", "-c", MAIN));
        add(
                h2o,
                ".conf",
                Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED, "compress", Purpose.VARIANT));
        Product nghttpx = Product.of("nghttpx", "nghttpx", "nghttp2-proxy", List.of("-v"), List.of("--conf=" + MAIN));
        add(nghttpx, ".conf", Map.of("default", Purpose.DEFAULT, "streaming", Purpose.RECOMMENDED));
    }

    private void addNodeProxies() {
        List<String> version = List.of("--version");
        Product plain = new Product("http-proxy", "node", "nodejs npm", List.of("http-proxy"), version, List.of(MAIN));
        add(plain, ".js", Map.of("default", Purpose.DEFAULT));
        Product compressing = new Product(
                "express-compression",
                "node",
                "nodejs npm",
                List.of("compression", "express", "http-proxy"),
                version,
                List.of(MAIN));
        add(compressing, ".js", Map.of("streaming", Purpose.RECOMMENDED, "default", Purpose.KNOWN_BAD));
    }

    private void add(Product product, String suffix, Map<String, Purpose> purposes) {
        purposes.entrySet().stream()
                .sorted(Map.Entry.<String, Purpose>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Configuration(
                        product,
                        entry.getKey(),
                        entry.getValue(),
                        "nghttpx".equals(product.name()),
                        Map.of("proxy.conf", product.name() + "/" + entry.getKey() + suffix)))
                .forEach(all::add);
    }
}
