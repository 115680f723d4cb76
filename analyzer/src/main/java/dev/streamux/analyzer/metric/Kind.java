package dev.streamux.analyzer.metric;

/** What one number of the metric belongs to. */
public enum Kind {
    /** One number a response. */
    PER_RESPONSE("a number a response"),
    /** One number a gap between chunks; the gaps of all responses are pooled. The value of one response is its mean gap. */
    PER_GAP("a number a gap, pooled over responses"),
    /** One number a run and arm. A single response has none. */
    PER_RUN("a number a run");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The kind in words. */
    public String words() {
        return words;
    }
}
