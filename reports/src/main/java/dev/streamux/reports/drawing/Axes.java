package dev.streamux.reports.drawing;

import dev.streamux.reports.drawing.Scale.Linear;
import dev.streamux.reports.drawing.Scale.Logarithmic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * The scales by which a pointer's place in a drawing becomes values: times in milliseconds to the right, shares upwards.
 *
 * @param x from milliseconds to places
 * @param y from shares to places
 */
public record Axes(Scale x, Scale y) {

    /** The scales as attributes of the drawing, each with its kind, its domain and its range. */
    String attributes() {
        return " data-x=\"" + words(x) + "\" data-y=\"" + words(y) + "\"";
    }

    private static String words(Scale scale) {
        if (scale instanceof Linear linear) {
            return words("linear", linear.low(), linear.high(), linear.from(), linear.to());
        }
        Logarithmic log = (Logarithmic) scale;
        return words("log", log.low(), log.high(), log.from(), log.to());
    }

    private static String words(String kind, double low, double high, double from, double to) {
        return String.format(Locale.ROOT, "%s %s %s %.1f %.1f", kind, plain(low), plain(high), from, to);
    }

    /** Five digits are finer than a pixel. */
    private static String plain(double value) {
        return new BigDecimal(value, new MathContext(5)).stripTrailingZeros().toPlainString();
    }
}
