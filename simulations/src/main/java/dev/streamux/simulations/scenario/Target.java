package dev.streamux.simulations.scenario;

import dev.streamux.simulations.client.transport.socket.Trust;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked.
 *
 * @param url the endpoint's address; empty for the mock that the run starts itself
 * @param keyVariable the environment variable that holds the API key; the key itself is never kept
 * @param headers further request headers
 * @param knobs how the wanted answer is told to the target
 * @param connectProxy {@code http://host:port} of a proxy to tunnel through
 * @param trust whose TLS certificates are accepted
 */
public record Target(
        Optional<URI> url,
        Optional<String> keyVariable,
        Map<String, String> headers,
        Knobs knobs,
        Optional<URI> connectProxy,
        Trust trust) {

    /** The mock that the run starts itself. */
    public static final Target MOCK =
            new Target(Optional.empty(), Optional.empty(), Map.of(), Knobs.HEADERS, Optional.empty(), Trust.SYSTEM);

    public Target {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether the run starts the mock itself. */
    public boolean isOwnMock() {
        return url.isEmpty();
    }

    /** How the mock is told its seed, length, pace and fault. */
    public enum Knobs {
        /** In {@code X-Streamux-*} request headers. */
        HEADERS("headers"),
        /** In the body's {@code metadata}, for gateways that drop unknown headers. */
        METADATA("metadata"),
        /** Not at all: the target is no mock. */
        NONE("none");

        private final String word;

        Knobs(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }
}
