package dev.streamux.reports.words;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes untrusted text harmless for one place: model output, names of arms and files, headers, errors. One method a place.
 *
 * <p>Control characters, halves of surrogate pairs and the Unicode controls of writing direction, which can make a text look
 * like another one, become U+FFFD everywhere.
 */
public final class Escape {
    private static final int REPLACEMENT = 0xFFFD;
    // Shows nothing and breaks nothing but the patterns that renderers look for.
    private static final String JOINER = "\u2060";
    private static final String MARKUP = "\\`*_{}[]()|~!$";
    private static final Pattern BARE_LINK = Pattern.compile("(:)(?=//)|((?i)www)(?=\\.)|(#)(?=\\d)|(@)");
    private static final Pattern LIST_OR_RULE = Pattern.compile("^(\\s*\\d*)([-+.#](?=[-#\\s]|$)|=)");

    private Escape() {}

    /** For HTML and SVG: text between tags and the inside of a quoted attribute. */
    public static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(visible(c));
            }
        });
        return out.toString();
    }

    /**
     * For one line at a terminal or in the log of a CI server: no control character can move the cursor or set a colour, and
     * the line is no command to GitHub's runner ({@code ::error::} at its start, {@code ##[error]} anywhere).
     */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\n' || c == '\t' ? ' ' : visible(c)));
        String line = out.toString().replace("##[", "#" + JOINER + "#[");
        return line.stripLeading().startsWith("::") ? line.replaceFirst("::", ":" + JOINER + ":") : line;
    }

    /** For a cell of a Markdown table or a sentence: nothing of it is markup, a mention, a reference or a link. */
    public static String markdown(String text) {
        // Mentions, references and bare addresses are found in the rendered text, where a backslash or an entity is
        // gone.
        String line = BARE_LINK.matcher(line(text)).replaceAll("$0" + JOINER);
        StringBuilder out = new StringBuilder(line.length() + 16);
        line.codePoints().forEach(c -> {
            if (MARKUP.indexOf(c) >= 0) {
                out.append('\\').appendCodePoint(c);
            } else if (c == '<' || c == '>' || c == '&') {
                out.append(html(Character.toString(c)));
            } else {
                out.appendCodePoint(c);
            }
        });
        return LIST_OR_RULE.matcher(out).replaceFirst("$1\\\\$2");
    }

    /** For a field of CSV by RFC 4180, and never a formula to a spreadsheet. */
    public static String csv(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** For text in an XML 1.0 document, before a writer escapes its markup: only characters that may stand there at all. */
    public static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(visible(c)));
        return out.toString();
    }

    /** For the message of a workflow command of GitHub Actions. */
    public static String annotation(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '%' -> out.append("%25");
                case '\r' -> out.append("%0D");
                case '\n' -> out.append("%0A");
                default -> out.appendCodePoint(visible(c));
            }
        });
        return out.toString();
    }

    /** For a property of a workflow command of GitHub Actions. */
    public static String annotationProperty(String text) {
        return annotation(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** For a file of JSON: what is not plain to see is an escape. The parsed value is the same. */
    public static String json(String json) {
        return escaped(json, "");
    }

    /** For JSON within a script element: as {@link #json}, and nothing in it can end the element or open a comment. */
    public static String scriptJson(String json) {
        return escaped(json, "<>&\u2028\u2029");
    }

    private static String escaped(String json, String besides) {
        StringBuilder out = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(c -> {
            if (besides.indexOf(c) < 0 && visible(c) == c) {
                out.appendCodePoint(c);
                return;
            }
            for (char unit : Character.toChars(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        });
        return out.toString();
    }

    private static int visible(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noCharacter = c == 0xFFFE || c == 0xFFFF;
        return half || noCharacter || isControl(c) || isDirection(c) ? REPLACEMENT : c;
    }

    private static boolean isControl(int c) {
        boolean blank = c == '\n' || c == '\t';
        return (c < ' ' && !blank) || (c >= 0x7f && c < 0xa0);
    }

    private static boolean isDirection(int c) {
        boolean mark = c == 0x200e || c == 0x200f;
        return mark || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
