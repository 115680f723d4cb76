package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.trace.ResponseTrace;

/** The arrivals of a response with its text: at each step, how far the text was there. */
public final class Arrivals {
    private final String text;
    private final TextCurve curve;
    private final int[] ends;

    private Arrivals(String text, TextCurve curve, int[] ends) {
        this.text = text;
        this.curve = curve;
        this.ends = ends;
    }

    /**
     * The arrivals of a response.
     *
     * @throws IllegalArgumentException if its text was not recorded or is empty
     */
    public static Arrivals of(ResponseTrace trace) {
        TextCurve curve = TextCurve.ofArrivals(trace);
        String text = trace.text().orElse("");
        if (text.isEmpty() || curve.isEmpty()) {
            throw new IllegalArgumentException("response \"" + trace.id() + "\" has no recorded text");
        }
        int[] ends = new int[curve.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end = text.offsetByCodePoints(end, Math.toIntExact(curve.cumulative(i) - curve.before(i)));
            ends[i] = end;
        }
        return new Arrivals(text, curve, ends);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The same as a curve. */
    public TextCurve curve() {
        return curve;
    }

    /** The number of steps, ≥ 1. */
    public int size() {
        return ends.length;
    }

    /** The time of a step: nanoseconds from the intended start. */
    public long timeNanos(int step) {
        return curve.timeNanos(step);
    }

    /** UTF-16 units of the text that are there from the step on. */
    public int end(int step) {
        return ends[step];
    }

    /** When the last of the text was there. */
    public long lastNanos() {
        return curve.lastNanos();
    }
}
