package dev.streamux.analyzer.metric;

/** Which way is better. */
public enum Direction {
    /** Less is better, as with every wait. */
    LOWER_IS_BETTER("lower is better"),
    /** More is better. */
    HIGHER_IS_BETTER("higher is better"),
    /** Neither; the number is a fact of transport. */
    NEUTRAL("neither is better");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    /** The direction in words. */
    public String words() {
        return words;
    }
}
