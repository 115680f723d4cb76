package dev.streamux.simulations.route;

import dev.streamux.simulations.route.Configuration.Http2;
import dev.streamux.simulations.route.Configuration.Purpose;
import java.util.Map;

/** Proxies that are libraries on the JVM and on Node, each with a program of a few lines around it. */
final class PackagedProxies {
    private static final String JAVA_FILE = "Proxy.java";
    private static final String NODE_FILE = "proxy.js";

    private PackagedProxies() {}

    static void addTo(ConfigurationList list) {
        addJvm(list);
        addNode(list);
    }

    private static void addJvm(ConfigurationList list) {
        list.add(
                Product.jvm("jetty"),
                JAVA_FILE,
                ".java",
                Http2.NONE,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "middle-man", Purpose.KNOWN_BAD));
        list.add(
                Product.jvm("undertow"),
                JAVA_FILE,
                ".java",
                Http2.NONE,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "encoding", Purpose.KNOWN_BAD));
        list.add(
                Product.jvm("spring-cloud-gateway"),
                JAVA_FILE,
                ".java",
                Http2.NONE,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "compression", Purpose.VARIANT,
                        "modify-body", Purpose.KNOWN_BAD));
    }

    private static void addNode(ConfigurationList list) {
        list.add(
                Product.node("http-proxy", "http-proxy"),
                NODE_FILE,
                ".js",
                Http2.NONE,
                Map.of(
                        "default", Purpose.DEFAULT,
                        "streaming", Purpose.RECOMMENDED,
                        "collect", Purpose.KNOWN_BAD));
        list.add(
                Product.node("express-compression", "compression"),
                NODE_FILE,
                ".js",
                Http2.NONE,
                Map.of("streaming", Purpose.RECOMMENDED, "default", Purpose.KNOWN_BAD));
    }
}
