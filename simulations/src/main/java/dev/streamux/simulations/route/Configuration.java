package dev.streamux.simulations.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One way to configure a product.
 *
 * @param product what is configured
 * @param name its name, such as {@code default}
 * @param purpose why it is in the catalogue
 * @param http2 whether it takes HTTP/2 without TLS on the same port
 * @param files names under the run's folder to resources that show the configuration
 */
public record Configuration(Product product, String name, Purpose purpose, boolean http2, Map<String, String> files) {
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
