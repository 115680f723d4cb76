package dev.streamux.simulations.client.request;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The HTTP version to speak; never negotiated down. */
public enum HttpVersion {
    /** HTTP/1.1, keep-alive. */
    HTTP_1_1("1.1"),
    /** HTTP/2: with prior knowledge on {@code http}, by ALPN on {@code https}. */
    HTTP_2("2");

    private final String word;

    HttpVersion(String word) {
        this.word = word;
    }

    /** The word in scenario files: {@code 1.1} or {@code 2}. */
    public String word() {
        return word;
    }

    /** Every word that {@link #parse} accepts, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(HttpVersion::word).collect(Collectors.joining(", "));
    }

    /**
     * The version with this word.
     *
     * @throws IllegalArgumentException if none has it
     */
    public static HttpVersion parse(String word) {
        for (HttpVersion version : values()) {
            if (version.word.equals(word)) {
                return version;
            }
        }
        throw new IllegalArgumentException("HTTP version is \"" + word + "\"; it must be one of " + words());
    }
}
