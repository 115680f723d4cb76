package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.answer.AnswerMaker;
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

    /**
     * An answer.
     *
     * @param answer what leaves
     * @param ignoredHeaders headers of ours that no knob has
     */
    record Accepted(Answer answer, List<String> ignoredHeaders) implements Decision {
        public Accepted {
            ignoredHeaders = List.copyOf(ignoredHeaders);
        }
    }

    /**
     * An error.
     *
     * @param error why
     */
    record Refused(WireError error) implements Decision {}

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
                    knobs.ignoredHeaders());
        } catch (RefusedRequestException e) {
            return new Refused(e.error());
        } catch (KnobException e) {
            return new Refused(WireError.of(ErrorKind.INVALID_REQUEST, e.problem()));
        }
    }
}
