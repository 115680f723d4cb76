package dev.streamux.reports.gate;

import java.util.Locale;

/** Text that may come from a model, a server or a file, made harmless for the place where it is shown. */
final class Untrusted {
    private Untrusted() {}

    /** Without the characters that XML 1.0 forbids, which no escape can bring in: each becomes U+FFFD. */
    static String xml(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** One line of Markdown in which nothing is markup, HTML, a link or a mention. */
    static String markdown(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0)) {
                safe.append(' ');
            } else if (c == '<' || c == '>' || c == '&') {
                safe.append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            } else if ("\\`*_{}[]()#|~!$".indexOf(c) >= 0) {
                safe.append('\\').appendCodePoint(c);
            } else if (c == '@') {
                safe.append("&#64;");
            } else {
                safe.appendCodePoint(c);
            }
        });
        // A bare address becomes a link by itself; a word joiner keeps it text.
        return safe.toString().replace("://", ":\u2060//").replace("www.", "www\u2060.");
    }

    /** The message of a workflow command. */
    static String annotation(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** A property of a workflow command. */
    static String annotationProperty(String text) {
        return annotation(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** One line for a terminal, without control characters such as those of colours and cursors. */
    static String terminal(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.append(
                        Character.isISOControl(c) ? String.format(Locale.ROOT, "\\x%02x", c) : Character.toString(c)));
        return safe.toString();
    }

    /** At most so many characters, the cut marked by an ellipsis. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, cut(text, most - 1)) + "…";
    }

    /** Never between the halves of a surrogate pair. */
    private static int cut(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
