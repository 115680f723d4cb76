package dev.streamux.simulations.run;

import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.trace.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What happened so far, for the progress line. Thread-safe; the counts may be some moments apart. */
final class LiveCounts {
    private final LongAdder started = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final AtomicInteger active = new AtomicInteger();
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    LiveCounts() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** Counts every event of a stream while it arrives. */
    ResponseObserver observer() {
        return new ResponseObserver() {
            @Override
            public void onEvent(long nanos, String type, String data, int wireBytes) {
                events.increment();
            }
        };
    }

    void started() {
        started.increment();
        active.incrementAndGet();
    }

    void ended(Outcome outcome) {
        active.decrementAndGet();
        adder(outcome).increment();
    }

    private LongAdder adder(Outcome outcome) {
        return outcomes.getOrDefault(outcome, new LongAdder());
    }

    /** Requests sent. */
    long startedCount() {
        return started.sum();
    }

    /** Events received. */
    long eventCount() {
        return events.sum();
    }

    /** Responses under way. */
    int activeCount() {
        return active.get();
    }

    /** Responses that ended so. */
    long count(Outcome outcome) {
        return adder(outcome).sum();
    }
}
