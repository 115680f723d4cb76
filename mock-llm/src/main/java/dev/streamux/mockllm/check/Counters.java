package dev.streamux.mockllm.check;

import dev.streamux.trace.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the server has done so far. Safe for several threads. */
public final class Counters {
    private final AtomicInteger active = new AtomicInteger();
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder tokens = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final Times times = Times.empty();
    private final EnumMap<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    /** Everything zero. */
    public Counters() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** An answer begins. */
    public void begun(int prompt) {
        active.incrementAndGet();
        requests.increment();
        promptTokens.add(prompt);
    }

    /** An answer ended in this way. */
    public void ended(Outcome outcome) {
        active.decrementAndGet();
        count(outcome).increment();
    }

    /** A wrong request was refused. */
    public void refusedRequest() {
        refused.increment();
    }

    /** A connection or a request was turned away before anybody asked which dialect it is. */
    public void turnAway() {
        turnedAway.increment();
    }

    /** Tokens were handed to the socket. */
    public void sent(int count) {
        tokens.add(count);
    }

    /** What was measured. */
    public Times times() {
        return times;
    }

    /** Answers on their way. */
    public int active() {
        return active.get();
    }

    /** Requests that were answered or are being answered. */
    public long requests() {
        return requests.sum();
    }

    /** Wrong requests. */
    public long refused() {
        return refused.sum();
    }

    /** What was no HTTP, too large, too slow, too many, or for a path that is not there. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    /** Output tokens handed to sockets. */
    public long tokens() {
        return tokens.sum();
    }

    /** Tokens of all prompts. */
    public long promptTokens() {
        return promptTokens.sum();
    }

    /** The number of answers that ended in each way. */
    public Map<Outcome, Long> outcomes() {
        EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach((outcome, adder) -> counts.put(outcome, adder.sum()));
        return counts;
    }

    private LongAdder count(Outcome outcome) {
        LongAdder adder = outcomes.get(outcome);
        if (adder == null) {
            throw new IllegalStateException("outcome " + outcome + " is not counted");
        }
        return adder;
    }
}
