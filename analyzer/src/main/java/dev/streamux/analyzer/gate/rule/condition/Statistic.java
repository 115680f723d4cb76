package dev.streamux.analyzer.gate.rule.condition;

import dev.streamux.analyzer.stats.QuantileBounds;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one number stands for the responses of an arm. */
public sealed interface Statistic {

    /** The word in rules, such as {@code p90} or {@code mean}. */
    String word();

    /**
     * An R-7 percentile.
     *
     * @param share in (0, 1)
     */
    record Percentile(double share) implements Statistic {
        @Override
        public String word() {
            return QuantileBounds.name(share);
        }
    }

    /** The arithmetic mean. */
    record Mean() implements Statistic {
        @Override
        public String word() {
            return "mean";
        }
    }

    /**
     * The statistic of this word: {@code p50}, {@code p99.9}, {@code p(95)}, {@code med}, {@code median}, {@code mean},
     * {@code avg}.
     *
     * @throws IllegalArgumentException if there is none of that name, or one that no sample can bound
     */
    public static Statistic parse(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "mean", "avg" -> new Mean();
            case "med", "median" -> new Percentile(0.5);
            case "min", "max" ->
                throw new IllegalArgumentException("statistic is \"" + word
                        + "\"; no sample says how far the extreme can go, so it must be a percentile such as p99, or"
                        + " mean");
            default -> percentile(word, lower);
        };
    }

    private static Statistic percentile(String word, String lower) {
        Matcher matcher = Pattern.compile("p\\(?(\\d{1,2}(?:\\.\\d+)?)\\)?").matcher(lower);
        if (matcher.matches() && Double.parseDouble(matcher.group(1)) > 0) {
            return new Percentile(Double.parseDouble(matcher.group(1)) / 100);
        }
        throw new IllegalArgumentException(
                "statistic is \"" + word + "\"; it must be a percentile such as p90 or p(90), or mean");
    }
}
