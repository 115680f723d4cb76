package dev.streamux.analyzer.presentation;

import dev.streamux.trace.ResponseTrace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The answers of an arm with the smallest hashes of their seed and round: the same answers in every arm, whatever the
 * order of the file, and the same every time. Not thread-safe.
 */
final class AnswerSample {
    /** How the answers are chosen. */
    static final String WORDS =
            "the answers with the smallest hashes of seed and round (of the id without a seed), the same in every arm";

    private final int size;
    private final TreeMap<Key, ResponseTrace> kept = new TreeMap<>();

    AnswerSample(int size) {
        this.size = size;
    }

    void offer(ResponseTrace trace) {
        kept.put(Key.of(trace), trace);
        if (kept.size() > size) {
            kept.pollLastEntry();
        }
    }

    /** The sample in the order of its hashes, as long as it has at most so many characters; empty if none was offered. */
    List<ResponseTrace> traces(long characters) {
        List<ResponseTrace> traces = new ArrayList<>();
        long sum = 0;
        for (ResponseTrace trace : kept.values()) {
            sum += trace.chunks().totalCharacters();
            if (sum > characters) {
                break;
            }
            traces.add(trace);
        }
        return traces;
    }

    /** The id breaks ties, such as a seed that is played twice. */
    private record Key(long hash, String id) implements Comparable<Key> {
        static Key of(ResponseTrace trace) {
            String seed = trace.attributes().get("seed");
            String name =
                    seed == null ? trace.id() : seed + "/" + trace.attributes().getOrDefault("round", "");
            CRC32C checksum = new CRC32C();
            checksum.update(name.getBytes(StandardCharsets.UTF_8));
            return new Key(checksum.getValue(), trace.id());
        }

        @Override
        public int compareTo(Key other) {
            int byHash = Long.compare(hash, other.hash);
            return byHash == 0 ? id.compareTo(other.id) : byHash;
        }
    }
}
