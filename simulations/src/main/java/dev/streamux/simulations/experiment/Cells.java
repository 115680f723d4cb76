package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.Quantiles;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as table cells. */
final class Cells {
    private static final double NANOS_IN_MILLI = 1e6;

    private Cells() {}

    /** With one decimal; {@code -} if empty. */
    static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : Table.ABSENT;
    }

    /** The quantile with one decimal; {@code -} if there is no value. */
    static String quantile(Quantiles values, double share) {
        return number(values.at(share));
    }

    static double millis(long nanos) {
        return nanos / NANOS_IN_MILLI;
    }

    static String percent(int part, int whole) {
        return whole == 0 ? Table.ABSENT : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
