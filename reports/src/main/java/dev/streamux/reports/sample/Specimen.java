package dev.streamux.reports.sample;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.trace.ResponseTrace;

/**
 * One response that stands for its arm.
 *
 * @param trace the response
 * @param curve its visible text over time, from the intended start; may be empty
 */
public record Specimen(ResponseTrace trace, TextCurve curve) {
    /** The response with the text as it arrived. */
    public static Specimen of(ResponseTrace trace) {
        return new Specimen(trace, TextCurve.ofArrivals(trace));
    }

    /** The share of the text that is visible {@code millis} after the intended start, in [0, 1]; 0 without text. */
    public double shareAt(double millis) {
        return curve.isEmpty() ? 0 : (double) curve.visibleAt(Math.round(millis * 1e6)) / curve.characters();
    }

    /** When the response was over: milliseconds from the intended start. */
    public double endMillis() {
        return (trace.endNanos() - trace.intendedNanos()) / 1e6;
    }
}
