package dev.streamux.protocol.sse;

/** The three line endings that server-sent events allow. */
public enum LineEnding {
    /** Line feed, what every vendor sends. */
    LF("\n"),
    /** Carriage return and line feed. */
    CRLF("\r\n"),
    /** Carriage return alone. */
    CR("\r");

    private final String text;

    LineEnding(String text) {
        this.text = text;
    }

    /** The characters themselves. */
    public String text() {
        return text;
    }
}
