package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.check.Lateness;
import dev.streamux.mockllm.pacing.Pacer;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.trace.NanoClock;

/**
 * What the answers of one event loop share. Only that loop may use it, but for the lateness, which any thread may read.
 *
 * @param clock the run's clock
 * @param pacer wakes the answers
 * @param lateness notes how late events left
 * @param buffer each event is encoded into it
 * @param spare a second buffer for what needs two
 */
public record LoopContext(NanoClock clock, Pacer pacer, Lateness lateness, EventBuffer buffer, EventBuffer spare) {}
