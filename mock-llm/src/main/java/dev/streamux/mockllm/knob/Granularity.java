package dev.streamux.mockllm.knob;

import dev.streamux.protocol.sse.LineEnding;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the answer is cut on its way out, apart from when.
 *
 * @param tokensPerEvent tokens in each delta, taken in turn and repeated
 * @param eventsPerWrite deltas in one write, ≥ 1
 * @param fragmentBytes every write is cut into pieces of this size; 0 for whole
 * @param lineEnding what ends the lines of an event stream
 * @param keepAliveEvents a comment before every so many events; 0 for none
 * @param keepAliveNanos a keep-alive after so much silence; empty for none
 * @param paddingBytes a comment of this size before every event; 0 for none
 */
public record Granularity(
        List<Integer> tokensPerEvent,
        int eventsPerWrite,
        int fragmentBytes,
        LineEnding lineEnding,
        int keepAliveEvents,
        OptionalLong keepAliveNanos,
        int paddingBytes) {
    public Granularity {
        tokensPerEvent = List.copyOf(tokensPerEvent);
    }
}
