package dev.streamux.simulations.client.transport;

import dev.streamux.simulations.client.transport.line.KeptLine;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.socket.Chain;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Connections of one event loop that wait for their next use; of those with one key the one used last is taken first.
 *
 * @param <K> what makes two connections interchangeable
 */
final class Resting<K> {
    private final EventLoop loop;
    private final Duration idle;
    private final Map<K, ArrayDeque<KeptLine>> byKey = new HashMap<>();

    /** Nothing rests; what will is closed after {@code idle}. */
    Resting(EventLoop loop, Duration idle) {
        this.loop = loop;
        this.idle = idle;
    }

    /** The use of a connection that rests, or of the one that {@code opener} opens; given back, it rests. */
    Future<Lease> acquire(K key, Supplier<Future<Line>> opener) {
        Optional<KeptLine> rested = take(key);
        return rested.isPresent()
                ? loop.newSucceededFuture(lease(key, rested.get()))
                : Chain.map(loop, opener.get(), line -> lease(key, watched(key, line)));
    }

    private Lease lease(K key, KeptLine line) {
        return line.lease(used -> keep(key, used));
    }

    private KeptLine watched(K key, Line opened) {
        KeptLine line = new KeptLine(opened);
        line.whenClosed(() -> forget(key, line));
        return line;
    }

    private Optional<KeptLine> take(K key) {
        ArrayDeque<KeptLine> rested = byKey.get(key);
        while (rested != null && !rested.isEmpty()) {
            KeptLine line = rested.pop();
            if (line.isOpen()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private void keep(K key, KeptLine line) {
        line.rest(idle);
        byKey.computeIfAbsent(key, absent -> new ArrayDeque<>()).push(line);
    }

    private void forget(K key, KeptLine line) {
        ArrayDeque<KeptLine> rested = byKey.get(key);
        if (rested != null && rested.remove(line) && rested.isEmpty()) {
            byKey.remove(key);
        }
    }

    /** Closes all. */
    void close() {
        // Copies, because closing takes the connection out of the collection.
        List.copyOf(byKey.values()).forEach(rested -> List.copyOf(rested).forEach(KeptLine::close));
    }
}
