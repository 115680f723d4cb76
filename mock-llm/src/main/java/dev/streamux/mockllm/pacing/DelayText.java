package dev.streamux.mockllm.pacing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The text form of a {@link Delay}.
 *
 * <pre>
 * delay    = time | time ":" time ":" time | name "(" argument "," argument ")"
 * time     = number [ "us" | "ms" | "s" ]            ; without a unit: milliseconds
 * name     = "normal"      ; mean, deviation         normal(200,30)
 *          | "log-normal"  ; mean, variation         log-normal(25,0.4)
 *          | "gamma"       ; mean, variation         gamma(25ms,0.5)
 * </pre>
 *
 * <p>Three times with colons are p50, p90 and p99.
 */
public final class DelayText {
    /** The forms in one line, for messages. */
    public static final String FORMS =
            "a time such as 25, 25ms, 500us or 1.5s; p50:p90:p99 such as 25:40:120; normal(mean,deviation),"
                    + " log-normal(mean,variation) or gamma(mean,variation)";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LONGEST_NANOS = 3.6e12;

    private DelayText() {}

    /**
     * The delay that {@code text} names.
     *
     * @throws IllegalArgumentException if it names none; the message says what is allowed
     */
    public static Delay parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        int open = trimmed.indexOf('(');
        if (open > 0 && trimmed.endsWith(")")) {
            return named(trimmed.substring(0, open), trimmed.substring(open + 1, trimmed.length() - 1), text);
        }
        if (trimmed.indexOf(':') >= 0) {
            List<String> points = split(trimmed, ":", 3, text);
            return new Delay.Percentiles(time(points.get(0)), time(points.get(1)), time(points.get(2)));
        }
        return new Delay.Constant(time(trimmed));
    }

    private static Delay named(String name, String arguments, String text) {
        List<String> two = split(arguments, ",", 2, text);
        long mean = time(two.get(0));
        return switch (name) {
            case "normal" -> new Delay.Normal(mean, time(two.get(1)));
            case "log-normal" -> new Delay.LogNormal(mean, number(two.get(1), text));
            case "gamma" -> new Delay.Gamma(mean, number(two.get(1), text));
            default -> throw new IllegalArgumentException("\"" + text + "\" is not a delay; it must be " + FORMS);
        };
    }

    private static List<String> split(String text, String separator, int count, String whole) {
        List<String> parts =
                Arrays.stream(text.split(separator, -1)).map(String::trim).toList();
        if (parts.size() != count) {
            throw new IllegalArgumentException("\"" + whole + "\" is not a delay; it must be " + FORMS);
        }
        return parts;
    }

    /**
     * A time in nanoseconds; a bare number is in milliseconds.
     *
     * @throws IllegalArgumentException if it is not a time in [0, 1 hour]
     */
    public static long time(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        double unit = NANOS_PER_MILLI;
        int end = trimmed.length();
        if (trimmed.endsWith("us")) {
            unit = 1e3;
            end -= 2;
        } else if (trimmed.endsWith("ms")) {
            end -= 2;
        } else if (trimmed.endsWith("s")) {
            unit = 1e9;
            end -= 1;
        }
        double nanos = number(trimmed.substring(0, end).trim(), text) * unit;
        if (!(nanos >= 0 && nanos <= LONGEST_NANOS)) {
            throw new IllegalArgumentException("\"" + text + "\" is out of range; a time must be from 0 to 3600s");
        }
        return Math.round(nanos);
    }

    private static double number(String digits, String whole) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + whole + "\" is not a delay; it must be " + FORMS, e);
        }
    }

    /** A time as text with the unit that needs no fraction where there is one: {@code 25ms}, {@code 500us}. */
    public static String render(long nanos) {
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + "ms";
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos / 1e6 + "ms";
    }
}
