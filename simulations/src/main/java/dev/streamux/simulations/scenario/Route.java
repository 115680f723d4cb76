package dev.streamux.simulations.scenario;

/**
 * What stands between the target and the reader: {@code direct}, {@code proxy/POLICY} for the embedded proxy such as
 * {@code proxy/size:4096}, or {@code PRODUCT/CONFIGURATION} for a real one such as {@code nginx/default}.
 *
 * @param word as in scenario and trace files
 */
public record Route(String word) {
    /** Nothing. */
    public static final Route DIRECT = new Route("direct");

    private static final String EMBEDDED = "proxy/";

    public Route {
        boolean twoParts = word.indexOf('/') > 0 && word.indexOf('/') < word.length() - 1;
        if (!word.equals("direct") && !twoParts) {
            throw new IllegalArgumentException("route is \"" + word + "\"; it must be " + ALLOWED);
        }
    }

    /** What is allowed, for messages. */
    public static final String ALLOWED =
            "direct, proxy/POLICY (such as proxy/size:4096) or PRODUCT/CONFIGURATION (such as nginx/default)";

    /** Whether nothing stands between. */
    public boolean isDirect() {
        return word.equals("direct");
    }

    /** Whether the embedded proxy stands between. */
    public boolean isEmbedded() {
        return word.startsWith(EMBEDDED);
    }

    /** The part after the stroke: the embedded proxy's policy or the product's configuration; empty if direct. */
    public String detail() {
        return isDirect() ? "" : word.substring(word.indexOf('/') + 1);
    }

    /** The part before the stroke: {@code proxy} or a product; {@code direct} if direct. */
    public String kind() {
        return isDirect() ? word : word.substring(0, word.indexOf('/'));
    }
}
