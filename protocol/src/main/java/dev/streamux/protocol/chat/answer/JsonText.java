package dev.streamux.protocol.chat.answer;

import java.nio.charset.StandardCharsets;

/** Text inside a JSON string: escaped once when an answer is built, so that the hot loop only copies bytes. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /**
     * The text as UTF-8 for use between two quotes of a JSON string.
     *
     * <p>Escapes quote, backslash and the control characters below U+0020, by RFC 8259 §7, and nothing else.
     * Half of a surrogate pair becomes a question mark, as UTF-8 cannot carry it.
     */
    public static byte[] escape(String text) {
        return escapeToString(text).getBytes(StandardCharsets.UTF_8);
    }

    /** A JSON string with its quotes. */
    public static String quote(String text) {
        return '"' + escapeToString(text) + '"';
    }

    private static String escapeToString(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** The text that {@link #escape} made these bytes of. */
    static String unescape(byte[] json, int from, int to) {
        String escaped = new String(json, from, to - from, StandardCharsets.UTF_8);
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder out = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char letter = escaped.charAt(i++);
            if (letter == 'u') {
                out.append((char) Integer.parseInt(escaped, i, i + 4, 16));
                i += 4;
            } else {
                out.append(unescaped(letter));
            }
        }
        return out.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
