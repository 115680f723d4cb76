package dev.streamux.simulations.diagnosis;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was found, with the evidence.
 *
 * @param kind what it is
 * @param rule the rule of {@code docs/routes.md} that decided, such as {@code 10} or {@code 0c}
 * @param sizeBytes the size of a buffer; empty if the kind has none
 * @param timerNanos the time of a timer; empty if the kind has none
 * @param evidence the measured facts in one phrase
 * @param condition when it was found
 */
public record Finding(
        Kind kind, String rule, OptionalInt sizeBytes, OptionalLong timerNanos, String evidence, Condition condition) {

    /** A finding without a size or time, under all conditions. */
    public static Finding of(Kind kind, String rule, String evidence) {
        return new Finding(kind, rule, OptionalInt.empty(), OptionalLong.empty(), evidence, Condition.ALWAYS);
    }

    /** A finding with a size in bytes. */
    static Finding ofSize(Kind kind, String rule, int bytes, String evidence) {
        return new Finding(kind, rule, OptionalInt.of(bytes), OptionalLong.empty(), evidence, Condition.ALWAYS);
    }

    /** A finding with a time in nanoseconds. */
    static Finding ofTimer(Kind kind, String rule, long nanos, String evidence) {
        return new Finding(kind, rule, OptionalInt.empty(), OptionalLong.of(nanos), evidence, Condition.ALWAYS);
    }

    /** The same, found under this condition. */
    public Finding under(Condition found) {
        return new Finding(kind, rule, sizeBytes, timerNanos, evidence, found);
    }

    /** The kind with its size or time, such as {@code size buffer of 4096 B}. */
    public String title() {
        if (sizeBytes.isPresent()) {
            return kind.label() + " of " + sizeBytes.getAsInt() + " B";
        }
        if (timerNanos.isPresent()) {
            return kind.label() + " (" + Math.round(timerNanos.getAsLong() / 1e6) + " ms)";
        }
        return kind.label();
    }
}
