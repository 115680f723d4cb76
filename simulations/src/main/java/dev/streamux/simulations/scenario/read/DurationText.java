package dev.streamux.simulations.scenario.read;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
public final class DurationText {
    /** What is allowed, for messages. */
    public static final String ALLOWED = "a duration such as 250ms, 1.5s, 2m or 1h";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(us|ms|s|m|h)");

    private DurationText() {}

    /** The duration, ≥ 0; empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double nanos = Double.parseDouble(matcher.group(1)) * nanosOf(matcher.group(2));
        return Optional.of(Duration.ofNanos(Math.round(nanos)));
    }

    private static double nanosOf(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
        };
    }
}
