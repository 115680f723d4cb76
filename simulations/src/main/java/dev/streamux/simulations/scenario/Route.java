package dev.streamux.simulations.scenario;

import java.net.URI;
import java.util.Optional;

/**
 * What stands between the target and the reader: {@code direct}, {@code proxy/POLICY} for the embedded proxy such as
 * {@code proxy/size:4096}, {@code PRODUCT/CONFIGURATION} for a real one such as {@code nginx/default}, or
 * {@code NAME=URL} for one that the user runs, such as {@code staging=http://staging:8080}.
 *
 * @param word as in trace files: of the user's own proxy only the name
 * @param address where the user's own proxy is asked; empty for the others
 */
public record Route(String word, Optional<URI> address) {
    /** Nothing. */
    public static final Route DIRECT = new Route("direct", Optional.empty());

    private static final String EMBEDDED = "proxy/";

    /** What is allowed, for messages. */
    public static final String ALLOWED =
            "direct, proxy/POLICY (such as proxy/size:4096), PRODUCT/CONFIGURATION (such as"
                    + " nginx/default) or NAME=URL (such as staging=http://staging:8080)";

    public Route {
        boolean twoParts = word.indexOf('/') > 0 && word.indexOf('/') < word.length() - 1;
        boolean own = address.isPresent() && word.matches("[A-Za-z0-9][A-Za-z0-9._-]*") && !word.equals("direct");
        if (!own && (address.isPresent() || (!word.equals("direct") && !twoParts))) {
            throw new IllegalArgumentException("route is \"" + word + "\"; it must be " + ALLOWED);
        }
    }

    /**
     * The route with this text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Route parse(String text) {
        int equals = text.indexOf('=');
        int stroke = text.indexOf('/');
        boolean own = equals >= 0 && (stroke < 0 || equals < stroke);
        return own ? own(text.substring(0, equals), text.substring(equals + 1)) : new Route(text, Optional.empty());
    }

    private static Route own(String name, String address) {
        URI uri = URI.create(address);
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("route " + name + " is at \"" + address
                    + "\"; it must be an http or https address without a password, such as http://staging:8080");
        }
        return new Route(name, Optional.of(uri));
    }

    /** The text that {@link #parse} takes. */
    public String text() {
        return address.map(uri -> word + "=" + uri).orElse(word);
    }

    /** Whether nothing stands between. */
    public boolean isDirect() {
        return word.equals("direct");
    }

    /** Whether the embedded proxy stands between. */
    public boolean isEmbedded() {
        return word.startsWith(EMBEDDED);
    }

    /** Whether it is a proxy of the catalogue, which a run starts itself. */
    public boolean isReal() {
        return !isDirect() && !isEmbedded() && address.isEmpty();
    }

    /** The part after the stroke: the embedded proxy's policy or the product's configuration; empty if there is none. */
    public String detail() {
        return word.substring(word.indexOf('/') + 1);
    }

    /** The part before the stroke: {@code proxy} or a product; the whole word if there is none. */
    public String kind() {
        return word.indexOf('/') < 0 ? word : word.substring(0, word.indexOf('/'));
    }
}
