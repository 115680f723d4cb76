package dev.streamux.simulations.scenario;

import java.time.Duration;

/**
 * What the mock is told to answer. Another target is told the number of tokens only, as its most.
 *
 * @param tokens of each answer, ≥ 1
 * @param ttft from the request's arrival to the first text, ≥ 0
 * @param itl from one token to the next, ≥ 0
 */
public record Answers(int tokens, Duration ttft, Duration itl) {
    /** A short paragraph at the pace of a brisk model: 120 tokens, the first after 200 ms, then 40 a second. */
    public static final Answers DEFAULT = new Answers(120, Duration.ofMillis(200), Duration.ofMillis(25));

    public Answers {
        if (tokens < 1 || ttft.isNegative() || itl.isNegative()) {
            throw new IllegalArgumentException("answers are " + tokens + " tokens, ttft " + ttft + ", itl " + itl
                    + "; tokens must be >= 1, the others >= 0");
        }
    }

    /** From a request's arrival to its last token when nothing is late. */
    public Duration whole() {
        return ttft.plus(itl.multipliedBy(tokens - 1L));
    }
}
