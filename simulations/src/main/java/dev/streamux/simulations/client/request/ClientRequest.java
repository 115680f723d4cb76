package dev.streamux.simulations.client.request;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.ask.EndpointPath;
import dev.streamux.protocol.chat.ask.Question;
import dev.streamux.protocol.chat.ask.QuestionEncoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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
    public static RequestBuilder builder(String id, URI target) {
        return new RequestBuilder(id, target);
    }
}
