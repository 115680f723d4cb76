package dev.streamux.simulations.client.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connections of one event loop that wait for their next use; of those with one key the one used last is taken first.
 *
 * @param <K> what makes two connections interchangeable
 * @param <C> what rests
 */
final class Resting<K, C extends Kept> {
    private final Duration idle;
    private final Map<K, ArrayDeque<C>> byKey = new HashMap<>();

    /** Nothing rests; what will is closed after {@code idle}. */
    Resting(Duration idle) {
        this.idle = idle;
    }

    /** Takes a connection that is still open. */
    Optional<C> take(K key) {
        ArrayDeque<C> rested = byKey.get(key);
        while (rested != null && !rested.isEmpty()) {
            C connection = rested.pop();
            if (connection.isOpen()) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    /** Lets a connection rest until it is taken, is idle for too long, or is closed by the other side. */
    void keep(K key, C connection) {
        connection.rest(idle);
        byKey.computeIfAbsent(key, absent -> new ArrayDeque<>()).push(connection);
    }

    /** Gives up a connection that was closed. */
    void forget(K key, C connection) {
        ArrayDeque<C> rested = byKey.get(key);
        if (rested != null && rested.remove(connection) && rested.isEmpty()) {
            byKey.remove(key);
        }
    }

    /** Closes all. */
    void close() {
        // Copies, because closing takes the connection out of the collection.
        List.copyOf(byKey.values()).forEach(rested -> List.copyOf(rested).forEach(Kept::close));
    }
}
