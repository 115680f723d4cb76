package dev.streamux.simulations.selftest.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client talks to: names, and certificates. */
class ClientOriginsIT {
    private static final List<WireStep> HELLO = List.of(new WireStep.Write(
            0,
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 45\r\n\r\n"
                    + "{\"choices\":[{\"message\":{\"content\":\"Hello\"}}]}"));

    private final NanoClock clock = NanoClock.startingNow();

    @TempDir
    private Path folder;

    @Test
    void aNameIsResolved() {
        try (WireServer server = WireServer.start(clock);
                StreamingClient client = new StreamingClient(clock)) {
            server.script("case", HELLO);
            ResponseTrace trace = ask(client, server.address("case").replace("127.0.0.1", "localhost"));
            assertThat(trace.status()).as("%s", trace.error()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() {
        try (StreamingClient client = new StreamingClient(clock)) {
            ResponseTrace trace = ask(client, "http://no-such-host.invalid:1/");
            assertThat(trace.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(trace.error())
                    .hasValueSatisfying(error -> assertThat(error)
                            .startsWith("no connection to no-such-host.invalid:1: ")
                            .contains("no-such-host.invalid"));
        }
    }

    @Test
    void onlyTheNamedAuthorityIsTrusted() throws Exception {
        Path own = folder.resolve("own.pem");
        Files.writeString(own, certificate());
        ClientConfig config = ClientConfig.defaults().withTrust(new Trust.Authorities(own));
        try (WireServer secure = WireServer.start(ClientTransportIT.tlsSocket(List.of()), clock);
                StreamingClient knows = new StreamingClient(config, clock);
                StreamingClient knowsNot = new StreamingClient(clock)) {
            secure.script("case", HELLO);
            String address = secure.address("case").replace("http://127.0.0.1", "https://localhost");
            ResponseTrace trusted = ask(knows, address);
            assertThat(trusted.status()).as("%s", trusted.error()).isEqualTo(200);
            assertThat(ask(knowsNot, address).error())
                    .hasValueSatisfying(error -> assertThat(error).contains("name the authority's in ca-file"));
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        ClientConfig config = ClientConfig.defaults().withTrust(new Trust.Authorities(empty));
        assertThatThrownBy(() -> new StreamingClient(config, clock).close())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("empty.pem holds no certificate");
    }

    @Test
    void whereThereAreNoKernelStampsTheReasonIsSaid() {
        if (!KernelOpener.isAvailable()) {
            assertThatThrownBy(KernelOpener::requireAvailable)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("Java " + Runtime.version().feature())
                    .hasMessageContaining("they need Java 22 or newer and Linux");
        }
    }

    private static ResponseTrace ask(StreamingClient client, String address) {
        return client.send(ClientRequest.builder("r", URI.create(address)).build())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static String certificate() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = requireNonNull(ClientOriginsIT.class.getResourceAsStream("localhost.p12"))) {
            keys.load(file, "streamux".toCharArray());
        }
        byte[] encoded = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }
}
