package dev.streamux.simulations.proxy.policy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and rates as they are written in policy words. */
final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m)");
    private static final Pattern SIZE = Pattern.compile("(\\d+)(k|kib|m|mib)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)(k|m|g)?bit", Pattern.CASE_INSENSITIVE);

    private Quantities() {}

    /** The duration of a text such as {@code 200ms}, {@code 1.5s} or {@code 2m}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a duration such as 200ms, 1s or 2m");
        }
        double value = Double.parseDouble(matcher.group(1));
        return Duration.ofNanos(Math.round(value * nanosOf(matcher.group(2))));
    }

    private static double nanosOf(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        };
    }

    /** The shortest of {@code 2s}, {@code 200ms} and {@code 50us} that is exact. */
    static String text(Duration duration) {
        long micros = duration.toNanos() / 1000;
        if (micros % 1_000_000 == 0) {
            return micros / 1_000_000 + "s";
        }
        return micros % 1000 == 0 ? micros / 1000 + "ms" : micros + "us";
    }

    /** The number of bytes of a text such as {@code 4096}, {@code 16k} or {@code 1MiB}; k is 1024. */
    static int bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches() || matcher.group(1).length() > 9) {
            throw new IllegalArgumentException("\"" + text + "\" is not a size in bytes such as 4096 or 16k");
        }
        String unit = matcher.group(2);
        long factor = unit == null ? 1 : unit.toLowerCase(java.util.Locale.ROOT).startsWith("k") ? 1 << 10 : 1 << 20;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(1)) * factor));
    }

    /** Bytes a second of a text such as {@code 256kbit} or {@code 1.5mbit}; k is 1000. */
    static long bytesPerSecond(String text) {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a rate such as 256kbit or 10mbit");
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(java.util.Locale.ROOT);
        double factor = switch (unit) {
            case "k" -> 1e3;
            case "m" -> 1e6;
            case "g" -> 1e9;
            default -> 1;
        };
        return Math.round(Double.parseDouble(matcher.group(1)) * factor / 8);
    }
}
