package dev.streamux.reports.words;

import java.util.List;
import java.util.regex.Pattern;

/** Parts of sentences. */
public final class Sentence {
    private static final int MOST = 4;
    /** The blank before a unit. */
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:ms|s|%|KiB|KB|MB|bytes)(?!\\w))");

    private Sentence() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; of more than four the first three and how many more. */
    public static String names(List<String> names) {
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST - 1)) + " and " + (names.size() - MOST + 1) + " others";
        }
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** The same with no line break between a number and its unit. */
    public static String unbroken(String text) {
        return UNIT.matcher(text).replaceAll("\u00a0");
    }

    /** The first {@code most} characters of a text, with an ellipsis if it had more; whole code points. */
    public static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
