package dev.streamux.simulations.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One way to configure a product.
 *
 * @param product what is configured
 * @param name its name, such as {@code default}
 * @param purpose why it is in the catalogue
 * @param http2 where it takes HTTP/2 without TLS
 * @param files names under the run's folder to resources that show the configuration
 */
public record Configuration(Product product, String name, Purpose purpose, Http2 http2, Map<String, String> files) {
    /** Why a configuration is in the catalogue. */
    public enum Purpose {
        /** What one gets without thinking of streams. */
        DEFAULT,
        /** What to use for streams. */
        RECOMMENDED,
        /** Neither, but often seen. */
        VARIANT,
        /** Known to harm streams. */
        KNOWN_BAD
    }

    /** Where HTTP/2 without TLS, with prior knowledge, is taken. */
    public enum Http2 {
        /** Nowhere. */
        NONE,
        /** On the same port as HTTP/1.1. */
        SAME_PORT,
        /** On a port of its own, {@code @HTTP2@} in the configuration. */
        OWN_PORT;

        Optional<Integer> port(int port, int own) {
            return this == NONE ? Optional.empty() : Optional.of(this == OWN_PORT ? own : port);
        }
    }

    public Configuration {
        files = Map.copyOf(files);
    }

    /** The route's name in traces and tables, such as {@code nginx/default}. */
    public String route() {
        return product.name() + "/" + name;
    }

    /** The text of a resource of {@link #files}, with its placeholders. */
    String text(String resource) {
        try (InputStream in = Configuration.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
