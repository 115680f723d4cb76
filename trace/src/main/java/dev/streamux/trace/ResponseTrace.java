package dev.streamux.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one response, on the clock of the run.
 *
 * <p>The same shape serves both sides. In {@code responses.jsonl} the times are the client's; in
 * {@code emissions.jsonl} they are the mock's: {@code sentNanos} is the request's arrival and a chunk's time is its
 * hand-over to the socket.
 *
 * @param id joins a response with its emission; not empty
 * @param arm the condition that it belongs to
 * @param phase {@code warmup}, {@code measure} or {@code cooldown}; only {@code measure} is judged
 * @param protocol the dialect's word, such as {@code openai-chat}
 * @param delivery {@code sse}, {@code json} or {@code websocket}
 * @param route the way between model and reader, such as {@code nginx/default}; {@code direct} for none
 * @param intendedNanos when the schedule wanted the request to start
 * @param sentNanos when its first byte left, ≥ {@code intendedNanos} but for rounding
 * @param headersNanos when the response headers were there, empty if they never were
 * @param firstByteNanos when the first byte of the body was there, empty if none came
 * @param endNanos when the response was over, however it ended
 * @param outcome how it ended
 * @param status the HTTP status, 0 if none arrived
 * @param error what went wrong, in words; empty for {@link Outcome#COMPLETE}
 * @param usage token counts as the server stated them, if it did
 * @param text the visible text; empty if it was left out on purpose ({@code --no-text}), then text metrics are absent
 * @param reasoning the reasoning text, {@code ""} for none
 * @param chunks the events that added visible text
 * @param reasoningChunks the events that added reasoning text; may be empty although {@code reasoning} is not, when
 *     another program wrote the trace
 * @param attributes whatever else was noted, such as {@code seed}, {@code round} or {@code clock}; sorted as added
 */
public record ResponseTrace(
        String id,
        String arm,
        String phase,
        String protocol,
        String delivery,
        String route,
        long intendedNanos,
        long sentNanos,
        OptionalLong headersNanos,
        OptionalLong firstByteNanos,
        long endNanos,
        Outcome outcome,
        int status,
        Optional<String> error,
        Optional<Usage> usage,
        Optional<String> text,
        String reasoning,
        Chunks chunks,
        Chunks reasoningChunks,
        Map<String, String> attributes) {

    /** The phase whose responses are judged. */
    public static final String MEASURE = "measure";

    public ResponseTrace {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is empty; it must name the response");
        }
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A builder whose every field but the id has a default: phase {@code measure}, times 0, nothing received. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** A builder that starts with the values of this trace. */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.arm = arm;
        builder.phase = phase;
        builder.protocol = protocol;
        builder.delivery = delivery;
        builder.route = route;
        builder.intendedNanos = intendedNanos;
        builder.sentNanos = sentNanos;
        builder.headersNanos = headersNanos;
        builder.firstByteNanos = firstByteNanos;
        builder.endNanos = endNanos;
        builder.outcome = outcome;
        builder.status = status;
        builder.error = error.orElse(null);
        builder.usage = usage.orElse(null);
        builder.text = text.orElse(null);
        builder.reasoning = reasoning;
        builder.chunks = chunks;
        builder.reasoningChunks = reasoningChunks;
        builder.attributes.putAll(attributes);
        return builder;
    }

    /** Collects the fields of a trace. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private String arm = "default";
        private String phase = MEASURE;
        private String protocol = "openai-chat";
        private String delivery = "sse";
        private String route = "direct";
        private long intendedNanos;
        private long sentNanos;
        private OptionalLong headersNanos = OptionalLong.empty();
        private OptionalLong firstByteNanos = OptionalLong.empty();
        private long endNanos;
        private Outcome outcome = Outcome.COMPLETE;
        private int status = 200;
        private @Nullable String error;
        private @Nullable Usage usage;
        private @Nullable String text;
        private String reasoning = "";
        private Chunks chunks = Chunks.NONE;
        private Chunks reasoningChunks = Chunks.NONE;
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Builder(String id) {
            this.id = id;
        }

        /** Sets the condition that the response belongs to. */
        public Builder arm(String value) {
            arm = value;
            return this;
        }

        /** Sets the phase: {@code warmup}, {@code measure} or {@code cooldown}. */
        public Builder phase(String value) {
            phase = value;
            return this;
        }

        /** Sets the dialect's word. */
        public Builder protocol(String value) {
            protocol = value;
            return this;
        }

        /** Sets {@code sse}, {@code json} or {@code websocket}. */
        public Builder delivery(String value) {
            delivery = value;
            return this;
        }

        /** Sets the way between model and reader. */
        public Builder route(String value) {
            route = value;
            return this;
        }

        /** Sets the start that the schedule wanted. */
        public Builder intendedNanos(long value) {
            intendedNanos = value;
            return this;
        }

        /** Sets when the first byte of the request left. */
        public Builder sentNanos(long value) {
            sentNanos = value;
            return this;
        }

        /** Sets when the response headers were there. */
        public Builder headersNanos(long value) {
            headersNanos = OptionalLong.of(value);
            return this;
        }

        /** Sets when the first byte of the body was there. */
        public Builder firstByteNanos(long value) {
            firstByteNanos = OptionalLong.of(value);
            return this;
        }

        /** Sets when the response was over. */
        public Builder endNanos(long value) {
            endNanos = value;
            return this;
        }

        /** Sets how the response ended. */
        public Builder outcome(Outcome value) {
            outcome = value;
            return this;
        }

        /** Sets the HTTP status. */
        public Builder status(int value) {
            status = value;
            return this;
        }

        /** Sets what went wrong; null for nothing. */
        public Builder error(@Nullable String value) {
            error = value;
            return this;
        }

        /** Sets the server's token counts; null if it stated none. */
        public Builder usage(@Nullable Usage value) {
            usage = value;
            return this;
        }

        /** Sets the visible text; null if it is left out on purpose. */
        public Builder text(@Nullable String value) {
            text = value;
            return this;
        }

        /** Sets the reasoning text. */
        public Builder reasoning(String value) {
            reasoning = value;
            return this;
        }

        /** Sets the events that added visible text. */
        public Builder chunks(Chunks value) {
            chunks = value;
            return this;
        }

        /** Sets the events that added reasoning text. */
        public Builder reasoningChunks(Chunks value) {
            reasoningChunks = value;
            return this;
        }

        /** Notes a further fact about the response. */
        public Builder attribute(String key, String value) {
            attributes.put(key, value);
            return this;
        }

        /** The trace. */
        public ResponseTrace build() {
            return new ResponseTrace(
                    id,
                    arm,
                    phase,
                    protocol,
                    delivery,
                    route,
                    intendedNanos,
                    sentNanos,
                    headersNanos,
                    firstByteNanos,
                    endNanos,
                    outcome,
                    status,
                    Optional.ofNullable(error),
                    Optional.ofNullable(usage),
                    Optional.ofNullable(text),
                    reasoning,
                    chunks,
                    reasoningChunks,
                    attributes);
        }
    }
}
