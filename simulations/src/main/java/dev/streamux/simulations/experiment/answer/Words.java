package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.measure.Quantiles;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and names as parts of a sentence. */
final class Words {
    private static final double MILLIS_IN_SECOND = 1000;
    private static final double FEW_MILLIS = 10;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.95;

    private Words() {}

    /** {@code 0.7 ms}, {@code 251 ms}, {@code 3.28 s}. */
    static String time(double millis) {
        if (millis >= MILLIS_IN_SECOND) {
            return String.format(Locale.ROOT, "%.2f s", millis / MILLIS_IN_SECOND);
        }
        return String.format(Locale.ROOT, millis < FEW_MILLIS ? "%.1f ms" : "%.0f ms", millis);
    }

    /** The same, or words for a time that nobody had. */
    static String time(OptionalDouble millis) {
        return millis.isPresent() ? time(millis.getAsDouble()) : "a time that no answer has";
    }

    static String median(Quantiles values) {
        return time(values.at(MEDIAN));
    }

    static String tail(Quantiles values) {
        return time(values.at(TAIL));
    }

    /** A bare number of things, such as {@code 2} or {@code 2.5}; {@code no} if there is none. */
    static String count(OptionalDouble number) {
        if (number.isEmpty()) {
            return "no";
        }
        double value = number.getAsDouble();
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String names(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
