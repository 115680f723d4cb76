package dev.streamux.analyzer.metric.flow;

import dev.streamux.trace.Chunks;
import java.util.function.LongConsumer;

/** The gaps between successive chunks that added visible text. Not thread-safe. */
public final class Gaps {
    private long count;
    private long sumNanos;

    /** No gap yet. */
    public Gaps() {}

    /** Calls {@code each} with every gap of the chunks in nanoseconds, in order, and adds them to the totals. */
    public void forEach(Chunks chunks, LongConsumer each) {
        int last = -1;
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.characters(i) == 0) {
                continue;
            }
            if (last >= 0) {
                long gap = chunks.timeNanos(i) - chunks.timeNanos(last);
                count++;
                sumNanos += gap;
                each.accept(gap);
            }
            last = i;
        }
    }

    /** How many gaps there were. */
    public long count() {
        return count;
    }

    /** Their mean in nanoseconds; NaN without any. */
    public double meanNanos() {
        return (double) sumNanos / count;
    }
}
