package dev.streamux.analyzer.delivery;

import java.util.Locale;

/** How an answer came: as it was written, in lumps, or all at once. In order from good to bad. */
public enum DeliveryKind {
    /** Most of the text came piece by piece. */
    STREAMED,
    /** The text came in lumps of several pieces. */
    COALESCED,
    /** The text came all at once, at the end. */
    BUFFERED;

    /** The word in files: {@code streamed}, {@code coalesced} or {@code buffered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of this word.
     *
     * @throws IllegalArgumentException if no kind has it
     */
    public static DeliveryKind parse(String word) {
        for (DeliveryKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "delivery verdict is \"" + word + "\"; it must be streamed, coalesced or buffered");
    }
}
