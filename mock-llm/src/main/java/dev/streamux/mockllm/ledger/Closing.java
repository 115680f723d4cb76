package dev.streamux.mockllm.ledger;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.emission.EmissionRecorder;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.trace.Outcome;

/**
 * How an answer begins and ends in the books, and what bounds it.
 *
 * @param ledger where it is counted and logged
 * @param longestNanos the longest that an answer may take, from the request's arrival
 * @param toleratedNanos lateness that is taken for on time by the catch-up policies {@code shift} and {@code skip}
 * @param over runs on the event loop when the answer is over, however it ended
 */
public record Closing(Ledger ledger, long longestNanos, long toleratedNanos, Runnable over) {

    /** An answer begins. */
    public void open(Answer answer) {
        ledger.open(answer);
    }

    /** So many tokens were handed to the socket. */
    public void sent(int tokens) {
        ledger.counters().sent(tokens);
    }

    /** An answer is over; its emission ends here. */
    public void close(
            Answer answer, Delivery delivery, int status, Outcome outcome, EmissionRecorder recorder, long endNanos) {
        ledger.close(answer, delivery, status, outcome, recorder, endNanos);
        over.run();
    }
}
