package dev.streamux.mockllm.config;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/** Turns a recorded response into the knob {@code replay}: time to the first chunk, then the gaps. */
public final class Recording {
    private Recording() {}

    /**
     * The times of the first complete response in a trace, in ms with commas between them.
     *
     * @param file {@code responses.jsonl} or {@code emissions.jsonl}
     * @throws InvalidInputException if there is no complete response with two chunks in it
     */
    public static String replayOf(Path file) {
        return TraceReader.responses(file).stream()
                .filter(response -> response.outcome() == Outcome.COMPLETE)
                .filter(response -> response.chunks().size() >= 2)
                .findFirst()
                .map(Recording::replayOf)
                .orElseThrow(() -> new InvalidInputException(
                        file + " has no complete response with at least two chunks; name a trace that has one"));
    }

    static String replayOf(ResponseTrace response) {
        Chunks chunks = response.chunks();
        StringJoiner times = new StringJoiner(",");
        long before = response.sentNanos();
        for (int i = 0; i < chunks.size(); i++) {
            times.add(String.format(Locale.ROOT, "%.6f", (chunks.timeNanos(i) - before) / 1e6));
            before = chunks.timeNanos(i);
        }
        return times.toString();
    }
}
