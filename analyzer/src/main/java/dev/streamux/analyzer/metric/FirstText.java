package dev.streamux.analyzer.metric;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.util.OptionalLong;

/** When the first text of any kind arrived. */
public final class FirstText {
    private FirstText() {}

    /** The first chunk of reasoning or visible text, from run start; empty if none came or if nobody noted when. */
    public static OptionalLong nanos(ResponseTrace trace) {
        if (isReasoningUntimed(trace)) {
            return OptionalLong.empty();
        }
        long first = Math.min(first(trace.chunks()), first(trace.reasoningChunks()));
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** Whether there is reasoning of which the trace does not say when it arrived. */
    public static boolean isReasoningUntimed(ResponseTrace trace) {
        return !trace.reasoning().isEmpty() && trace.reasoningChunks().isEmpty();
    }

    private static long first(Chunks chunks) {
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.characters(i) > 0) {
                return chunks.timeNanos(i);
            }
        }
        return Long.MAX_VALUE;
    }
}
