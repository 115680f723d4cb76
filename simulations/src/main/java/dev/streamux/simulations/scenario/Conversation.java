package dev.streamux.simulations.scenario;

import java.time.Duration;

/**
 * How long a reader stays with one matter.
 *
 * @param turns questions that build on one another, ≥ 1; each is sent with all that was said before
 * @param thinkTime from the end of an answer to the next turn, ≥ 0
 */
public record Conversation(int turns, Duration thinkTime) {
    /** One question and its answer. */
    public static final Conversation SINGLE = new Conversation(1, Duration.ZERO);

    public Conversation {
        if (turns < 1 || thinkTime.isNegative()) {
            throw new IllegalArgumentException(
                    "turns is " + turns + " and thinkTime " + thinkTime + "; turns must be >= 1, thinkTime >= 0");
        }
    }
}
