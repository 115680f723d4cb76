package dev.streamux.simulations.experiment;

import dev.streamux.simulations.measure.Quantiles;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as table cells. */
final class Cells {
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.95;

    private Cells() {}

    /** With one decimal; {@code -} if empty. */
    static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : Table.ABSENT;
    }

    private static String quantile(Quantiles values, double share) {
        return number(values.at(share));
    }

    /** The median with one decimal; {@code -} if there is no value. */
    static String median(Quantiles values) {
        return quantile(values, MEDIAN);
    }

    /** Median and p95, with a bar between. */
    static String pair(Quantiles values) {
        return quantile(values, MEDIAN) + " / " + quantile(values, TAIL);
    }

    static String percent(int part, int whole) {
        return whole == 0 ? Table.ABSENT : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
