package dev.streamux.analyzer.metric.transport;

import dev.streamux.trace.Chunks;

/** The chunks of a response that added visible text. */
final class TextChunks {
    private TextChunks() {}

    static int count(Chunks chunks) {
        int count = 0;
        for (int i = 0; i < chunks.size(); i++) {
            count += chunks.characters(i) > 0 ? 1 : 0;
        }
        return count;
    }

    static long bytes(Chunks chunks) {
        long bytes = 0;
        for (int i = 0; i < chunks.size(); i++) {
            bytes += chunks.characters(i) > 0 ? chunks.bytes(i) : 0;
        }
        return bytes;
    }
}
