package dev.streamux.mockllm.knob;

import dev.streamux.mockllm.pacing.CatchUp;
import dev.streamux.mockllm.pacing.Delay;

/**
 * When things leave.
 *
 * @param firstToken from the request's arrival to the first visible text
 * @param gap from one token to the next
 * @param replayNanos recorded times to play instead: first the time to the first token, then the gaps; empty for none
 * @param prefillNanosPerToken added to the first token for each uncached token of the prompt
 * @param cacheHitShare share of the prompt that is cached, in [0, 1]
 * @param headersNanos from the arrival to the response headers
 * @param preambleNanos from the arrival to the events without text; not before the headers
 * @param catchUp what a late stream does
 */
public record Timing(
        Delay firstToken,
        Delay gap,
        java.util.List<Long> replayNanos,
        long prefillNanosPerToken,
        double cacheHitShare,
        long headersNanos,
        long preambleNanos,
        CatchUp catchUp) {
    public Timing {
        replayNanos = java.util.List.copyOf(replayNanos);
    }

    /** What reading this prompt adds to the first token, in nanoseconds. */
    public long prefillNanos(int promptTokens) {
        return Math.round(promptTokens * (1 - cacheHitShare) * prefillNanosPerToken);
    }
}
