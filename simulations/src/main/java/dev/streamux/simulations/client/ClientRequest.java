package dev.streamux.simulations.client;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.ask.EndpointPath;
import dev.streamux.protocol.chat.ask.Question;
import dev.streamux.protocol.chat.ask.QuestionEncoder;
import dev.streamux.protocol.chat.ask.Turn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One question to one endpoint, with what the trace shall say about it.
 *
 * @param id joins the response with the mock's emission; sent as {@code X-Streamux-Id}; not empty
 * @param arm the condition, for the trace
 * @param route the way between, for the trace
 * @param phase {@code warmup}, {@code measure} or {@code cooldown}, for the trace
 * @param target the endpoint's address, {@code http} or {@code https}; see {@link EndpointPath} for what is added to it
 * @param dialect what to speak
 * @param delivery how the answer shall travel
 * @param chat the question
 * @param rawBody sent in the place of the encoded {@code chat}, if given
 * @param headers further request headers; may replace the client's own
 * @param acceptGzip whether to offer compression
 * @param httpVersion the version to speak
 * @param connectProxy {@code http://host:port} of a proxy to tunnel through by {@code CONNECT}
 * @param intendedNanos when the schedule wanted the start, from run start; empty means now
 * @param limits when to give up
 * @param stop when the reader presses stop
 * @param apiKeyVariable the environment variable that holds the key; the key itself is never kept
 * @param keepText whether the trace carries the visible text
 * @param attributes further facts for the trace
 */
public record ClientRequest(
        String id,
        String arm,
        String route,
        String phase,
        URI target,
        Dialect dialect,
        Delivery delivery,
        Question chat,
        Optional<String> rawBody,
        Map<String, String> headers,
        boolean acceptGzip,
        HttpVersion httpVersion,
        Optional<URI> connectProxy,
        OptionalLong intendedNanos,
        Limits limits,
        StopCondition stop,
        Optional<String> apiKeyVariable,
        boolean keepText,
        Map<String, String> attributes) {

    public ClientRequest {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is empty; it must name the request");
        }
        requireHttp(target);
        if (delivery == Delivery.WEBSOCKET
                && (dialect != Dialect.OPENAI_RESPONSES || httpVersion != HttpVersion.HTTP_1_1)) {
            throw new IllegalArgumentException("delivery websocket with dialect " + dialect.word() + " over HTTP/"
                    + httpVersion.word() + "; it exists only with openai-responses over HTTP/1.1");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    private static void requireHttp(URI target) {
        String scheme = target.getScheme();
        boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!http || target.getHost() == null) {
            throw new IllegalArgumentException(
                    "target is \"" + target + "\"; it must be an absolute http or https address");
        }
    }

    /** The path and query that the request asks for. */
    public String pathAndQuery() {
        return EndpointPath.pathAndQuery(target, dialect, delivery, chat.model());
    }

    /** The body, or the first frame, in UTF-8. */
    public byte[] body() {
        return rawBody.map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> QuestionEncoder.body(dialect, delivery, numbered()));
    }

    /** One WebSocket carries several requests, so that their ids cannot be in its handshake. */
    private Question numbered() {
        if (delivery != Delivery.WEBSOCKET) {
            return chat;
        }
        Map<String, String> metadata = new LinkedHashMap<>(chat.metadata());
        metadata.put("streamux.id", id);
        return new Question(chat.model(), chat.messages(), chat.maxTokens(), chat.includeUsage(), metadata);
    }

    /** A builder for a streamed OpenAI chat request that says "Hello" to the model {@code mock}. */
    public static Builder builder(String id, URI target) {
        return new Builder(id, target);
    }

    /** Collects the parts of a request. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final URI target;
        private String arm = "default";
        private String route = "direct";
        private String phase = "measure";
        private Dialect dialect = Dialect.OPENAI_CHAT;
        private Delivery delivery = Delivery.SSE;
        private String model = "mock";
        private List<Turn> messages = List.of(Turn.user("Hello"));
        private OptionalInt maxTokens = OptionalInt.empty();
        private boolean includeUsage = true;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private @Nullable String rawBody;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private boolean acceptGzip;
        private HttpVersion httpVersion = HttpVersion.HTTP_1_1;
        private @Nullable URI connectProxy;
        private OptionalLong intendedNanos = OptionalLong.empty();
        private Limits limits = Limits.DEFAULT;
        private StopCondition stop = StopCondition.NEVER;
        private @Nullable String apiKeyVariable;
        private boolean keepText = true;
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Builder(String id, URI target) {
            this.id = id;
            this.target = target;
        }

        /** Sets the condition, for the trace. */
        public Builder arm(String value) {
            arm = value;
            return this;
        }

        /** Sets the way between, for the trace. */
        public Builder route(String value) {
            route = value;
            return this;
        }

        /** Sets the phase, for the trace. */
        public Builder phase(String value) {
            phase = value;
            return this;
        }

        /** Sets what to speak. */
        public Builder dialect(Dialect value) {
            dialect = value;
            return this;
        }

        /** Sets how the answer shall travel. */
        public Builder delivery(Delivery value) {
            delivery = value;
            return this;
        }

        /** Sets the model's name. */
        public Builder model(String value) {
            model = value;
            return this;
        }

        /** Sets the conversation, oldest first. */
        public Builder messages(List<Turn> value) {
            messages = value;
            return this;
        }

        /** Sets a conversation of one turn. */
        public Builder prompt(String value) {
            messages = List.of(Turn.user(value));
            return this;
        }

        /** Sets the most tokens of the answer. */
        public Builder maxTokens(int value) {
            maxTokens = OptionalInt.of(value);
            return this;
        }

        /** Sets whether to ask for token counts; on unless set. */
        public Builder includeUsage(boolean value) {
            includeUsage = value;
            return this;
        }

        /** Adds a pair to the body's {@code metadata}. */
        public Builder metadata(String key, String value) {
            metadata.put(key, value);
            return this;
        }

        /** Sends this text in the place of the encoded question. */
        public Builder rawBody(String value) {
            rawBody = value;
            return this;
        }

        /** Adds a request header. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Adds request headers. */
        public Builder headers(Map<String, String> values) {
            headers.putAll(values);
            return this;
        }

        /** Sets whether to offer compression; off unless set. */
        public Builder acceptGzip(boolean value) {
            acceptGzip = value;
            return this;
        }

        /** Sets the HTTP version. */
        public Builder httpVersion(HttpVersion value) {
            httpVersion = value;
            return this;
        }

        /** Tunnels through the proxy at this address. */
        public Builder connectProxy(URI value) {
            connectProxy = value;
            return this;
        }

        /** Sets when the schedule wanted the start, nanoseconds from run start. */
        public Builder intendedNanos(long value) {
            intendedNanos = OptionalLong.of(value);
            return this;
        }

        /** Sets when to give up. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Sets when the reader presses stop. */
        public Builder stop(StopCondition value) {
            stop = value;
            return this;
        }

        /** Names the environment variable that holds the key. */
        public Builder apiKeyVariable(String value) {
            apiKeyVariable = value;
            return this;
        }

        /** Sets whether the trace carries the visible text; on unless set. */
        public Builder keepText(boolean value) {
            keepText = value;
            return this;
        }

        /** Notes a further fact for the trace. */
        public Builder attribute(String key, String value) {
            attributes.put(key, value);
            return this;
        }

        /** The request. */
        public ClientRequest build() {
            return new ClientRequest(
                    id,
                    arm,
                    route,
                    phase,
                    target,
                    dialect,
                    delivery,
                    new Question(model, messages, maxTokens, includeUsage, metadata),
                    Optional.ofNullable(rawBody),
                    headers,
                    acceptGzip,
                    httpVersion,
                    Optional.ofNullable(connectProxy),
                    intendedNanos,
                    limits,
                    stop,
                    Optional.ofNullable(apiKeyVariable),
                    keepText,
                    attributes);
        }
    }
}
