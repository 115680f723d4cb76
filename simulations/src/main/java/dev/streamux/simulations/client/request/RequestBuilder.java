package dev.streamux.simulations.client.request;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.ask.Question;
import dev.streamux.protocol.chat.ask.Turn;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link ClientRequest}. Not thread-safe. */
public final class RequestBuilder {
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

    RequestBuilder(String id, URI target) {
        this.id = id;
        this.target = target;
    }

    /** Sets the condition, for the trace. */
    public RequestBuilder arm(String value) {
        arm = value;
        return this;
    }

    /** Sets the way between, for the trace. */
    public RequestBuilder route(String value) {
        route = value;
        return this;
    }

    /** Sets the phase, for the trace. */
    public RequestBuilder phase(String value) {
        phase = value;
        return this;
    }

    /** Sets what to speak. */
    public RequestBuilder dialect(Dialect value) {
        dialect = value;
        return this;
    }

    /** Sets how the answer shall travel. */
    public RequestBuilder delivery(Delivery value) {
        delivery = value;
        return this;
    }

    /** Sets the model's name. */
    public RequestBuilder model(String value) {
        model = value;
        return this;
    }

    /** Sets the conversation, oldest first. */
    public RequestBuilder messages(List<Turn> value) {
        messages = value;
        return this;
    }

    /** Sets a conversation of one turn. */
    public RequestBuilder prompt(String value) {
        messages = List.of(Turn.user(value));
        return this;
    }

    /** Sets the most tokens of the answer. */
    public RequestBuilder maxTokens(int value) {
        maxTokens = OptionalInt.of(value);
        return this;
    }

    /** Sets whether to ask for token counts; on unless set. */
    public RequestBuilder includeUsage(boolean value) {
        includeUsage = value;
        return this;
    }

    /** Adds a pair to the body's {@code metadata}. */
    public RequestBuilder metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** Sends this text in the place of the encoded question. */
    public RequestBuilder rawBody(String value) {
        rawBody = value;
        return this;
    }

    /** Adds a request header. */
    public RequestBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds request headers. */
    public RequestBuilder headers(Map<String, String> values) {
        headers.putAll(values);
        return this;
    }

    /** Sets whether to offer compression; off unless set. */
    public RequestBuilder acceptGzip(boolean value) {
        acceptGzip = value;
        return this;
    }

    /** Sets the HTTP version. */
    public RequestBuilder httpVersion(HttpVersion value) {
        httpVersion = value;
        return this;
    }

    /** Tunnels through the proxy at this address. */
    public RequestBuilder connectProxy(URI value) {
        connectProxy = value;
        return this;
    }

    /** Sets when the schedule wanted the start, nanoseconds from run start. */
    public RequestBuilder intendedNanos(long value) {
        intendedNanos = OptionalLong.of(value);
        return this;
    }

    /** Sets when to give up. */
    public RequestBuilder limits(Limits value) {
        limits = value;
        return this;
    }

    /** Sets when the reader presses stop. */
    public RequestBuilder stop(StopCondition value) {
        stop = value;
        return this;
    }

    /** Names the environment variable that holds the key. */
    public RequestBuilder apiKeyVariable(String value) {
        apiKeyVariable = value;
        return this;
    }

    /** Sets whether the trace carries the visible text; on unless set. */
    public RequestBuilder keepText(boolean value) {
        keepText = value;
        return this;
    }

    /** Notes a further fact for the trace. */
    public RequestBuilder attribute(String key, String value) {
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
