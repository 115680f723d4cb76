package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.reading.ReadingSpeed;

/** How a page or an assistive device shows an answer that arrives in pieces. A pure function. */
public interface PresentationPolicy {

    /** The id in kebab-case. */
    String id();

    /** A few words for tables. */
    String label();

    /** What is shown of these arrivals, and when. */
    Shown show(Arrivals arrivals);

    /** Who takes it in: the reader of the options, or a listener at the speed of speech. */
    default ReadingSpeed speed(ReadingSpeed reader) {
        return reader;
    }

    /** Whether it is read, and not listened to. */
    default boolean isRead() {
        return true;
    }
}
