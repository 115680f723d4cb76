package dev.streamux.simulations.hop;

import dev.streamux.simulations.origin.Attempt;
import java.util.OptionalLong;

/**
 * What became of an answer after the client had left.
 *
 * @param noticedNanos from the client's departure to the origin's seeing it; empty if it never saw it
 * @param wastedTokens tokens written after the departure
 * @param remainingTokens tokens that were left to write at the departure
 */
public record Departure(OptionalLong noticedNanos, int wastedTokens, int remainingTokens) {
    /** Later than this is a leak: a token at 40 a second, twice over. */
    public static final long PROMPT_NANOS = 100_000_000;

    /** The departure of a client that left at {@code leftNanos} of the origin's clock. */
    static Departure of(Attempt attempt, long leftNanos) {
        int before = 0;
        while (before < attempt.emitted().size() && attempt.emitted().get(before) <= leftNanos) {
            before++;
        }
        OptionalLong noticed = attempt.peerClosedNanos().isPresent()
                ? OptionalLong.of(Math.max(0, attempt.peerClosedNanos().getAsLong() - leftNanos))
                : OptionalLong.empty();
        return new Departure(noticed, attempt.emitted().size() - before, attempt.planned() - before);
    }

    /** Whether the origin learned of the departure at once. */
    public boolean isPrompt() {
        return noticedNanos.isPresent() && noticedNanos.getAsLong() <= PROMPT_NANOS;
    }
}
