package dev.streamux.simulations.diagnosis;

import java.util.Locale;

/** Under which conditions a finding was made, where it was not made under all. */
public enum Condition {
    /** Whatever the client offers and speaks. */
    ALWAYS(""),
    /** When the client offers gzip, as every browser does. */
    GZIP_OFFERED("with gzip offered"),
    /** When it offers gzip and events are above the usual minimum length of compressors. */
    GZIP_OFFERED_LARGE_EVENTS("with gzip offered and events of 700 B"),
    /** When the client speaks HTTP/2. */
    HTTP2("over HTTP/2"),
    /** When many streams are open at once. */
    MANY_STREAMS("with many streams at once");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /** The phrase for people; empty for {@link #ALWAYS}. */
    public String text() {
        return text;
    }

    /** The name for files: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
