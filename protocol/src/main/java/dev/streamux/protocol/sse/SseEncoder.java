package dev.streamux.protocol.sse;

import java.util.Optional;

/**
 * Writes server-sent events by the WHATWG HTML standard, section 9.2.6, with any of the three line endings.
 *
 * <p>Data of several lines becomes a {@code data:} line each, as a reader joins them with line feeds. Line breaks in a
 * comment do the same. Control characters other than line breaks pass unchanged.
 */
public final class SseEncoder {

    private final String lineEnding;

    /** An encoder that ends every line so. */
    public SseEncoder(LineEnding lineEnding) {
        this.lineEnding = lineEnding.text();
    }

    /** An event without a name. */
    public String event(String data) {
        return event(Optional.empty(), data);
    }

    /**
     * An event.
     *
     * @param name the event's type, without line breaks; none means {@code message} to the reader
     * @param data may be empty and may have several lines
     * @throws IllegalArgumentException if the name has a line break
     */
    public String event(Optional<String> name, String data) {
        StringBuilder out = new StringBuilder(data.length() + 32);
        name.ifPresent(value -> field(out, "event", oneLine("name", value)));
        lines(out, "data", data);
        return out.append(lineEnding).toString();
    }

    /** A comment, which readers skip; it keeps a silent connection alive. */
    public String comment(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        lines(out, "", text);
        return out.append(lineEnding).toString();
    }

    /**
     * The last event id, which a reader keeps for the next connection, in a block of its own.
     *
     * @throws IllegalArgumentException if it has a line break or U+0000, which readers ignore
     */
    public String id(String id) {
        if (id.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("id contains U+0000; readers ignore such an id");
        }
        StringBuilder out = new StringBuilder();
        field(out, "id", oneLine("id", id));
        return out.append(lineEnding).toString();
    }

    /** The time after which a reader connects again, in a block of its own; milliseconds, ≥ 0. */
    public String retry(long milliseconds) {
        if (milliseconds < 0) {
            throw new IllegalArgumentException("retry is " + milliseconds + "; it must be at least 0");
        }
        StringBuilder out = new StringBuilder();
        field(out, "retry", Long.toString(milliseconds));
        return out.append(lineEnding).toString();
    }

    private void lines(StringBuilder out, String field, String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                field(out, field, text.substring(start, i));
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += pair ? 1 : 0;
                start = i + 1;
            }
        }
        field(out, field, text.substring(start));
    }

    private void field(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append(lineEnding);
    }

    private static String oneLine(String what, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(what + " has a line break; it must be one line");
        }
        return value;
    }
}
