package dev.streamux.reports.words;

import java.util.Locale;

/**
 * Makes untrusted text harmless for one place: model output, names of arms and files, headers, errors.
 *
 * <p>Control characters and the Unicode controls of writing direction, which can make a text look like another one, become
 * U+FFFD everywhere.
 */
public final class Escape {
    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {}

    /** For HTML and SVG: text between tags and the inside of a quoted attribute. */
    public static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(visible(c));
            }
        }
        return out.toString();
    }

    /** For one line at a terminal: no control character can move the cursor or set a colour. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c == '\t' ? ' ' : visible(c));
        }
        return out.toString();
    }

    /** For a cell of a Markdown table or a sentence: nothing of it is markup, a mention or a link. */
    public static String markdown(String text) {
        String line = html(line(text));
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("\\`*_[]()|~!".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else if (c == '@') {
                out.append("&#64;");
            } else if (c == ':') {
                // Keeps a renderer from making a link of an address.
                out.append("&#58;");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** For a field of CSV by RFC 4180, and never a formula to a spreadsheet. */
    public static String csv(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * For JSON within a script element: nothing in it can end the element or open a comment, and what is not plain to see is
     * an escape. The parsed value is the same.
     */
    public static String scriptJson(String json) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean markup = c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
            if (markup || visible(c) != c) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char visible(char c) {
        return isControl(c) || isDirection(c) || c >= '\ufffe' ? REPLACEMENT : c;
    }

    private static boolean isControl(char c) {
        boolean blank = c == '\n' || c == '\t';
        return (c < ' ' && !blank) || (c >= 0x7f && c < 0xa0);
    }

    private static boolean isDirection(char c) {
        boolean mark = c == '\u200e' || c == '\u200f';
        return mark || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
