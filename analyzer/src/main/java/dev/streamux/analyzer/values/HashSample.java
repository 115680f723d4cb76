package dev.streamux.analyzer.values;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The things whose names have the smallest hashes: a sample that does not depend on the order in which they come, and
 * the same in every arm where the names are the same.
 *
 * <p>It holds as many as fit into its two limits, in the order of their hashes, and one in any case. Not thread-safe.
 *
 * @param <T> what is sampled
 */
public final class HashSample<T> {
    private final int mostItems;
    private final long mostWeight;
    private final TreeMap<Key, Weighted<T>> kept = new TreeMap<>();
    private @Nullable Key firstLeftOut;
    private long weight;

    /**
     * An empty sample.
     *
     * @param mostItems how many things at most, ≥ 1
     * @param mostWeight how much they may weigh together
     */
    public HashSample(int mostItems, long mostWeight) {
        this.mostItems = mostItems;
        this.mostWeight = mostWeight;
    }

    /**
     * Offers a thing.
     *
     * @param name what is hashed
     * @param id tells things of one name apart; a thing with both as before takes its place
     */
    public void offer(String name, String id, long thingWeight, T thing) {
        Key key = Key.of(name, id);
        if (firstLeftOut != null && key.compareTo(firstLeftOut) >= 0) {
            return;
        }
        Weighted<T> before = kept.put(key, new Weighted<>(thingWeight, thing));
        weight += thingWeight - (before == null ? 0 : before.weight());
        while (kept.size() > mostItems || (weight > mostWeight && kept.size() > 1)) {
            var last = kept.pollLastEntry();
            weight -= last.getValue().weight();
            firstLeftOut = last.getKey();
        }
    }

    /** The thing of this name and id, empty if it is not in the sample. */
    public Optional<T> find(String name, String id) {
        return Optional.ofNullable(kept.get(Key.of(name, id))).map(Weighted::thing);
    }

    /** The sample in the order of its hashes; empty if nothing was offered. */
    public List<T> things() {
        return kept.values().stream().map(Weighted::thing).toList();
    }

    /** How many things are in it. */
    public int size() {
        return kept.size();
    }

    /** Whether everything that was offered is in it. */
    public boolean isWhole() {
        return firstLeftOut == null;
    }

    private record Weighted<T>(long weight, T thing) {}

    private record Key(long hash, String id) implements Comparable<Key> {
        static Key of(String name, String id) {
            CRC32C checksum = new CRC32C();
            checksum.update(name.getBytes(StandardCharsets.UTF_8));
            return new Key(checksum.getValue(), id);
        }

        @Override
        public int compareTo(Key other) {
            int byHash = Long.compare(hash, other.hash);
            return byHash == 0 ? id.compareTo(other.id) : byHash;
        }
    }
}
