package dev.streamux.simulations.doctor;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.protocol.chat.decode.StreamDecoder;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.origin.Attempt;
import dev.streamux.trace.EmissionTrace.Times;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Collects the marks of our mock in one answer: when it wrote each event that carries text.
 *
 * <p>The mock's clock may be another's, so the two are aligned by the fastest event, whose delay is called zero: what a
 * path adds to every event alike stays hidden.
 */
final class MarkedEmissions implements ResponseObserver {
    private final StreamDecoder decoder;
    private final List<Long> emitted = new ArrayList<>();
    private long fastestNanos = Long.MAX_VALUE;
    private Map<String, List<String>> headers = Map.of();

    MarkedEmissions(Dialect dialect) {
        this.decoder = StreamDecoder.of(dialect);
    }

    @Override
    public synchronized void onHeaders(long nanos, int status, Map<String, List<String>> received) {
        headers = Map.copyOf(received);
    }

    @Override
    public synchronized void onEvent(long nanos, String type, String data, int wireBytes) {
        OptionalLong emission = OptionalLong.empty();
        boolean text = false;
        for (Signal signal : decoder.decode(type, data)) {
            if (signal instanceof Signal.Marked mark) {
                emission = mark.emissionNanos();
            }
            text |= signal instanceof Signal.TextDelta;
        }
        if (emission.isPresent()) {
            fastestNanos = Math.min(fastestNanos, nanos - emission.getAsLong());
            if (text) {
                emitted.add(emission.getAsLong());
            }
        }
    }

    /** The response's headers, names in lower case; empty if none came. */
    synchronized Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * What the mock did, on the client's clock; empty if events with text were not marked.
     *
     * @param firstNanos from the request's arrival at the mock to its first text, as it was asked for
     */
    synchronized Optional<Attempt> attempt(ResponseTrace trace, long firstNanos) {
        if (emitted.isEmpty() || emitted.size() != trace.chunks().size()) {
            return Optional.empty();
        }
        long[] times = emitted.stream().mapToLong(nanos -> nanos + fastestNanos).toArray();
        OptionalLong arrival = OptionalLong.of(times[0] - firstNanos);
        return Optional.of(new Attempt(
                arrival.getAsLong(),
                arrival,
                Times.of(times),
                times.length,
                0,
                OptionalLong.of(times[times.length - 1]),
                OptionalLong.empty()));
    }
}
