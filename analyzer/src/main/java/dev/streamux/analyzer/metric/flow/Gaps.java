package dev.streamux.analyzer.metric.flow;

import dev.streamux.trace.Chunks;
import java.util.Arrays;

/** The gaps between successive chunks that added visible text. */
public final class Gaps {
    private Gaps() {}

    /** Every gap in milliseconds, in order, zeros included; one less than there are chunks with text, or none. */
    public static double[] millis(Chunks chunks) {
        double[] gaps = new double[Math.max(0, chunks.size() - 1)];
        int count = 0;
        int last = -1;
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.characters(i) == 0) {
                continue;
            }
            if (last >= 0) {
                gaps[count++] = (chunks.timeNanos(i) - chunks.timeNanos(last)) / 1e6;
            }
            last = i;
        }
        return count == gaps.length ? gaps : Arrays.copyOf(gaps, count);
    }

    /** The mean gap in milliseconds: from the first to the last chunk with text, by their number; NaN without any. */
    static double meanMillis(Chunks chunks) {
        int count = -1;
        long first = 0;
        long last = 0;
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.characters(i) > 0) {
                last = chunks.timeNanos(i);
                first = count < 0 ? last : first;
                count++;
            }
        }
        return (last - first) / 1e6 / Math.max(0, count);
    }
}
