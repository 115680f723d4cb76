package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.answer.AnswerMaker;
import dev.streamux.mockllm.budget.Budget;
import dev.streamux.mockllm.budget.Claim;
import dev.streamux.mockllm.knob.KnobException;
import dev.streamux.mockllm.knob.RequestKnobs;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.WireError;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a request gets. */
sealed interface Decision {
    /** The body's key for the id, for clients behind gateways that drop headers. */
    String ID_KEY = "streamux.id";

    /** When to come back after a refusal for want of memory: answers end all the time. */
    String RETRY_SECONDS = "1";

    /**
     * An answer.
     *
     * @param answer what leaves
     * @param ignoredHeaders headers of ours that no knob has
     * @param claim what it has taken of the budget, to be given back when it is over; empty before {@link #within}
     */
    record Accepted(Answer answer, List<String> ignoredHeaders, Optional<Claim> claim) implements Decision {
        public Accepted {
            ignoredHeaders = List.copyOf(ignoredHeaders);
        }

        /** Nobody waits for it any more, or it is over. */
        void giveBack() {
            claim.ifPresent(Claim::giveBack);
        }
    }

    /**
     * An error.
     *
     * @param error why
     */
    record Refused(WireError error) implements Decision {}

    /**
     * An answer for which there is no memory now.
     *
     * @param error why, and what to do
     * @param retryAfter seconds, if it can fit later
     */
    record Crowded(WireError error, Optional<String> retryAfter) implements Decision {}

    /** The same with its share of the budget, or the vendor's error for an overloaded server if there is too little left. */
    default Decision within(Budget budget) {
        if (!(this instanceof Accepted accepted)) {
            return this;
        }
        long tokens = accepted.answer().heldTokens();
        Optional<Claim> claim = budget.take(tokens);
        if (claim.isPresent()) {
            return new Accepted(accepted.answer(), accepted.ignoredHeaders(), claim);
        }
        boolean never = tokens > budget.most();
        String remedy = never ? "ask for a shorter one, or " : "try again later, ask for fewer or shorter ones, or ";
        String words =
                "the mock holds at most " + budget.most() + " tokens of answers at a time, and with the " + tokens
                        + " of this one it would be more; " + remedy
                        + "give the mock more memory (-Xmx) or another bounds.running-tokens";
        return new Crowded(
                WireError.of(ErrorKind.OVERLOADED, words), never ? Optional.empty() : Optional.of(RETRY_SECONDS));
    }

    /** The same, or a refusal if there is an objection to its answer. */
    default Decision unless(Function<Answer, Optional<WireError>> objection) {
        return this instanceof Accepted accepted
                ? objection.apply(accepted.answer()).<Decision>map(Refused::new).orElse(this)
                : this;
    }

    /** Reads a request's body. */
    @FunctionalInterface
    interface Reading {
        /** The request, or why it is refused. */
        ChatRequest read() throws RefusedRequestException;
    }

    /** Reads a request and decides what it gets. */
    static Decision of(
            AnswerMaker maker, long arrivalNanos, HttpHeaders headers, DialectEncoder encoder, Reading reading) {
        try {
            ChatRequest request = reading.read();
            RequestKnobs knobs = RequestKnobs.of(headers, request.metadata(), request.model());
            Optional<String> id = Optional.ofNullable(headers.get("X-Streamux-Id"))
                    .or(() -> Optional.ofNullable(request.metadata().get(ID_KEY)))
                    .filter(text -> !text.isEmpty());
            return new Accepted(
                    maker.make(new AnswerMaker.Incoming(arrivalNanos, id, request, encoder), knobs),
                    knobs.ignoredHeaders(),
                    Optional.empty());
        } catch (RefusedRequestException e) {
            return new Refused(e.error());
        } catch (KnobException e) {
            return new Refused(WireError.of(ErrorKind.INVALID_REQUEST, e.problem()));
        }
    }
}
