package dev.streamux.benchmarks;

import java.util.OptionalLong;

/** The sender's time in the text of an event, found without reading JSON. */
final class Mark {
    private static final String NAME = "nanos";

    private Mark() {}

    /** The emission time, nanoseconds of the bare monotonic clock; empty if the text has none. */
    static OptionalLong emission(String text) {
        int at = text.indexOf(NAME);
        if (at < 0) {
            return OptionalLong.empty();
        }
        at += NAME.length();
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        long value = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return OptionalLong.of(value);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
