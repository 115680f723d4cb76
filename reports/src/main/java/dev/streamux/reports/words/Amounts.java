package dev.streamux.reports.words;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them; the same in every locale. */
public final class Amounts {
    /** What stands where no number is. */
    public static final String NONE = "–";

    private Amounts() {}

    /**
     * A time in milliseconds with its unit: {@code 0.4 ms}, {@code 126 ms}, {@code 1.25 s}, {@code 5.1 s}, {@code 63 s}.
     * Three digits at most, so that a column of times is compared at a glance.
     */
    public static String time(double millis) {
        double size = Math.abs(millis);
        if (size < 9.95) {
            return trimmed(millis, 1) + " ms";
        }
        if (size < 999.5) {
            return Math.round(millis) + " ms";
        }
        return trimmed(millis / 1000, size < 9_995 ? 2 : size < 99_950 ? 1 : 0) + " s";
    }

    /** A time in milliseconds, or a dash if there is none. */
    public static String time(OptionalDouble millis) {
        return millis.isPresent() ? time(millis.getAsDouble()) : NONE;
    }

    /** A time in seconds for an axis: {@code 0}, {@code 0.5}, {@code 2}. */
    public static String seconds(double millis) {
        return trimmed(millis / 1000, 3);
    }

    /** A share as a whole per cent: {@code 27 %}. */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A share as a whole per cent, or a dash if there is none. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : NONE;
    }

    /** A count with thin groups of three digits: {@code 1 204}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    /** A number with at most {@code digits} digits after the point and no needless zeros. */
    public static String trimmed(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        if (text.indexOf('.') >= 0) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return text.equals("-0") ? "0" : text;
    }

    /** How many times larger, for a sentence: {@code 40 times}, {@code 2.4 times}. */
    public static String times(double ratio) {
        return trimmed(ratio, ratio < 10 ? 1 : 0) + " times";
    }
}
