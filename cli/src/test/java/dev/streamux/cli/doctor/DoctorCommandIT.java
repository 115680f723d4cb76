package dev.streamux.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.cli.CommandRun;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DoctorCommandIT {
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockConfig.defaults(), NanoClock.startingNow());
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    private static ImpairmentProxy proxy(URI to, String policy) {
        return ImpairmentProxy.start(ProxyConfig.to(to, Policy.parse(policy)));
    }

    @Test
    void theMarksOfTheMockMakeTheAnswerExact() throws Exception {
        try (ImpairmentProxy proxy = proxy(URI.create(mock.baseUrl()), "size:4096")) {
            CommandRun run = CommandRun.of("doctor", "--json", proxy.baseUrl());
            JsonNode found = new JsonMapper().readTree(run.out());
            assertThat(found.path("schema").asText()).isEqualTo("streamux-doctor/1");
            assertThat(found.path("certainty").asText()).isEqualTo("marked");
            assertThat(found.path("sureness").asText()).isEqualTo("sure");
            assertThat(found.path("verdict").asText()).isEqualTo("held-back");
            assertThat(found.at("/delivery/0/title").asText()).isEqualTo("size buffer of 4096 B");
            assertThat(found.at("/delivery/0/fix").asText()).contains("proxy_buffering off");
            assertThat(run.code()).isEqualTo(99);
        }
    }

    @Test
    void aCompressorIsNamedOnlyWhenGzipIsOffered() throws Exception {
        try (ImpairmentProxy proxy = proxy(URI.create(mock.baseUrl()), "gzip")) {
            CommandRun run = CommandRun.of("doctor", "--json", proxy.baseUrl());
            JsonNode found = new JsonMapper().readTree(run.out());
            assertThat(found.at("/delivery/0/kind").asText()).isEqualTo("streamed");
            assertThat(found.at("/delivery/1/when").asText()).isEqualTo("gzip-offered");
            assertThat(found.at("/delivery/1/kind").asText()).startsWith("compressor");
            assertThat(run.code()).isEqualTo(99);
        }
    }

    @Test
    void anEndpointThatStreamsPassesAndTheKeyIsNotShown() {
        // Any variable that is set will do for a key.
        CommandRun run = CommandRun.of("doctor", "--key-env", "PATH", mock.baseUrl());
        assertThat(run.out())
                .contains("text reaches the reader as it is written")
                .contains("sure: ");
        assertThat(run.out() + run.err()).doesNotContain(System.getenv("PATH"));
        assertThat(run.code()).isZero();
    }

    @Test
    void anOriginOfOursBehindTheProxyFindsWhatOneAnswerCannotShow() throws Exception {
        int port = freePort();
        try (ImpairmentProxy proxy = proxy(URI.create("http://127.0.0.1:" + port), "one-shot:200ms+never-cancel")) {
            CommandRun run = CommandRun.of(
                    "doctor", "--json", "--from-mock", "--mock-port", Integer.toString(port), proxy.baseUrl());
            JsonNode found = new JsonMapper().readTree(run.out());
            assertThat(found.path("certainty").asText()).isEqualTo("measured");
            assertThat(run.err()).contains("origin listening on http://127.0.0.1:" + port);
            assertThat(found.findValuesAsText("kind")).contains("cancellation-leak");
            if (!found.path("verdict").asText().equals("inconclusive")) {
                assertThat(found.at("/delivery/0/kind").asText()).isEqualTo("cork");
                assertThat(found.at("/delivery/0/fix").asText()).isEqualTo("option http-no-delay");
                assertThat(run.code()).isEqualTo(99);
            }
        }
    }

    @Test
    void nobodyThereIsExitCodeFourAndAMistakeTwo() throws Exception {
        assertThat(CommandRun.of("doctor", "http://127.0.0.1:" + freePort()).code())
                .isEqualTo(4);
        assertThat(CommandRun.of("doctor", "ftp://example").code()).isEqualTo(2);
        assertThat(CommandRun.of("doctor").err()).contains("doctor lacks an address");
        CommandRun unset = CommandRun.of("doctor", "--key-env", "STREAMUX_NO_SUCH_KEY", mock.baseUrl());
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("STREAMUX_NO_SUCH_KEY");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
