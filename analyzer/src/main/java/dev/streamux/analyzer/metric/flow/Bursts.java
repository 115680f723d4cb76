package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;

/** How much text can arrive within a short window. */
public final class Bursts {
    private Bursts() {}

    /** The largest share of the text in a window that is {@code windowNanos} long, both ends included; not for empty. */
    public static double largestShare(TextCurve curve, long windowNanos) {
        long largest = 0;
        int last = 0;
        for (int first = 0; first < curve.size(); first++) {
            while (last + 1 < curve.size() && curve.timeNanos(last + 1) - curve.timeNanos(first) <= windowNanos) {
                last++;
            }
            largest = Math.max(largest, curve.cumulative(last) - curve.before(first));
        }
        return (double) largest / curve.characters();
    }
}
