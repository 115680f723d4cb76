package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.metric.Unit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as rules write them. */
final class Limits {
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*([a-zµ%/]*)");
    private static final Map<String, String> MILLIS =
            Map.of("", "1", "ns", "1e-6", "us", "1e-3", "µs", "1e-3", "ms", "1", "s", "1000", "m", "60000");

    private Limits() {}

    /**
     * The number in the unit of files. A time without a unit is in milliseconds, as in k6; a share may be written
     * {@code 50%} or {@code 0.5}.
     *
     * @throws IllegalArgumentException if it is no number or its unit is another kind's
     */
    static double parse(String text, Unit unit) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("limit is \"" + text + "\"; it must be " + allowed(unit));
        }
        String suffix = matcher.group(2);
        String factor = switch (unit) {
            case MILLISECONDS -> MILLIS.get(suffix);
            case RATIO -> suffix.equals("%") ? "0.01" : suffix.isEmpty() ? "1" : null;
            case COUNT -> suffix.isEmpty() ? "1" : null;
            case PER_SECOND -> suffix.isEmpty() || suffix.equals("/s") ? "1" : null;
        };
        if (factor == null) {
            throw new IllegalArgumentException("limit is \"" + text + "\"; it must be " + allowed(unit));
        }
        // In decimals: 95 times the double 0.01 is a little more than 0.95, and 95 of 100 would break ">= 95%".
        return new BigDecimal(matcher.group(1)).multiply(new BigDecimal(factor)).doubleValue();
    }

    private static String allowed(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "a time such as 800ms or 1.5s";
            case RATIO -> "a share such as 50% or 0.5";
            case COUNT -> "a number such as 2";
            case PER_SECOND -> "a rate such as 10 or 10/s";
        };
    }
}
