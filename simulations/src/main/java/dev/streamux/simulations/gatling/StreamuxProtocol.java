package dev.streamux.simulations.gatling;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.Limits;
import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked, for {@code setUp(…).protocols(…)}. Immutable: every method gives a copy.
 *
 * @param address the endpoint
 * @param dialect what is spoken
 * @param delivery how answers travel
 * @param model the model's name
 * @param apiKeyVariable the environment variable that holds the key; the key itself is never kept
 * @param headers sent with every request
 * @param http the HTTP version
 * @param gzip whether compression is offered
 * @param limits when a response is given up
 * @param recording a file for the traces, one response a line; it is replaced
 */
public record StreamuxProtocol(
        URI address,
        Dialect dialect,
        Delivery delivery,
        String model,
        Optional<String> apiKeyVariable,
        Map<String, String> headers,
        HttpVersion http,
        boolean gzip,
        Limits limits,
        Optional<Path> recording)
        implements ProtocolBuilder {

    public StreamuxProtocol {
        headers = Map.copyOf(headers);
    }

    static StreamuxProtocol at(String address) {
        return new StreamuxProtocol(
                URI.create(address),
                Dialect.OPENAI_CHAT,
                Delivery.SSE,
                "mock",
                Optional.empty(),
                Map.of(),
                HttpVersion.HTTP_1_1,
                false,
                Limits.DEFAULT,
                Optional.empty());
    }

    /** Speaks this dialect. */
    public StreamuxProtocol dialect(Dialect value) {
        return new StreamuxProtocol(
                address, value, delivery, model, apiKeyVariable, headers, http, gzip, limits, recording);
    }

    /** Lets answers travel so. */
    public StreamuxProtocol delivery(Delivery value) {
        return new StreamuxProtocol(
                address, dialect, value, model, apiKeyVariable, headers, http, gzip, limits, recording);
    }

    /** Asks this model. */
    public StreamuxProtocol model(String value) {
        return new StreamuxProtocol(
                address, dialect, delivery, value, apiKeyVariable, headers, http, gzip, limits, recording);
    }

    /** Takes the API key from this environment variable, at each request, in the header that the dialect wants. */
    public StreamuxProtocol apiKeyFrom(String variable) {
        return new StreamuxProtocol(
                address, dialect, delivery, model, Optional.of(variable), headers, http, gzip, limits, recording);
    }

    /** Sends this header with every request. */
    public StreamuxProtocol header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StreamuxProtocol(
                address, dialect, delivery, model, apiKeyVariable, more, http, gzip, limits, recording);
    }

    /** Speaks this version of HTTP. */
    public StreamuxProtocol http(HttpVersion value) {
        return new StreamuxProtocol(
                address, dialect, delivery, model, apiKeyVariable, headers, value, gzip, limits, recording);
    }

    /** Offers compression. */
    public StreamuxProtocol offerGzip() {
        return new StreamuxProtocol(
                address, dialect, delivery, model, apiKeyVariable, headers, http, true, limits, recording);
    }

    /** Gives responses up by these limits. */
    public StreamuxProtocol limits(Limits value) {
        return new StreamuxProtocol(
                address, dialect, delivery, model, apiKeyVariable, headers, http, gzip, value, recording);
    }

    /** Writes every response's trace to this file, for {@code streamux analyze}; it is replaced. */
    public StreamuxProtocol recordTo(Path file) {
        return new StreamuxProtocol(
                address, dialect, delivery, model, apiKeyVariable, headers, http, gzip, limits, Optional.of(file));
    }

    @Override
    public Protocol protocol() {
        return GatlingEngine.protocol(this);
    }
}
