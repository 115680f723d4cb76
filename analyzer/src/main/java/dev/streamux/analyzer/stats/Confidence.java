package dev.streamux.analyzer.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How sure a bound is, in words. */
public final class Confidence {
    private Confidence() {}

    /**
     * A confidence with as many digits as tell it from certainty, rounded down: {@code 95 %}, {@code 99.81 %}, at most four
     * decimals.
     *
     * @param value in (0, 1)
     */
    public static String text(double value) {
        int digits = (int) Math.ceil(-Math.log10(1 - value)) - 1;
        return BigDecimal.valueOf(value)
                        .movePointRight(2)
                        .setScale(Math.min(4, Math.max(0, digits)), RoundingMode.FLOOR)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
