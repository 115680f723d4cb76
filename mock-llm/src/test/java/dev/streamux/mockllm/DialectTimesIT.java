package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One script, every dialect and every delivery: one text, one time to the first text, one total. */
class DialectTimesIT {
    private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<EmissionTrace> emissions = new LinkedBlockingQueue<>();
    private MockServer server;

    @BeforeEach
    void start() {
        MockConfig config = MockConfig.defaults()
                .withKnob(Knob.SEED, "7")
                .withKnob(Knob.TOKENS, "12")
                .withKnob(Knob.TTFT, "40")
                .withKnob(Knob.ITL, "log-normal(3,0.5)");
        server = MockServer.start(config, NanoClock.startingNow());
        server.emissionsTo(emissions::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EmissionTrace post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return next();
    }

    private EmissionTrace next() throws InterruptedException {
        EmissionTrace emission = emissions.poll(20, TimeUnit.SECONDS);
        assertThat(emission).as("an emission within 20 s").isNotNull();
        assertThat(emission.response().outcome()).isEqualTo(Outcome.COMPLETE);
        return emission;
    }

    private static String gemini(String method) {
        return "/v1beta/models/mock:" + method;
    }

    @Test
    void textFirstTokenAndTotalAreTheSameEverywhere() throws Exception {
        String contents = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}";
        EmissionTrace[] streams = {
            post("/v1/chat/completions", "{\"model\":\"mock\",\"stream\":true," + MESSAGES + "}"),
            post("/v1/responses", "{\"model\":\"mock\",\"stream\":true,\"input\":\"hi\"}"),
            post("/v1/messages", "{\"model\":\"mock\",\"stream\":true,\"max_tokens\":99," + MESSAGES + "}"),
            post(gemini("streamGenerateContent?alt=sse"), contents),
            post(gemini("streamGenerateContent"), contents),
            overWebSocket()
        };
        EmissionTrace[] bodies = {
            post("/v1/chat/completions", "{\"model\":\"mock\"," + MESSAGES + "}"),
            post("/v1/responses", "{\"model\":\"mock\",\"input\":\"hi\"}"),
            post("/v1/messages", "{\"model\":\"mock\",\"max_tokens\":99," + MESSAGES + "}"),
            post(gemini("generateContent"), contents)
        };
        Set<String> texts = new HashSet<>();
        Set<Long> firsts = new HashSet<>();
        Set<Long> totals = new HashSet<>();
        for (EmissionTrace stream : streams) {
            long arrival = stream.response().sentNanos();
            texts.add(stream.response().text().orElseThrow());
            firsts.add(stream.plannedNanos().get(0) - arrival);
            totals.add(stream.plannedNanos().get(11) - arrival);
        }
        for (EmissionTrace body : bodies) {
            texts.add(body.response().text().orElseThrow());
            totals.add(body.plannedNanos().get(0) - body.response().sentNanos());
        }
        assertThat(texts).hasSize(1);
        assertThat(firsts).containsExactly(40_000_000L);
        assertThat(totals).hasSize(1);
    }

    private EmissionTrace overWebSocket() throws Exception {
        CompletableFuture<String> last = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/v1/responses"), new Listener(last))
                .get(20, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"response.create\",\"model\":\"mock\",\"input\":\"hi\"}", true)
                .get(20, TimeUnit.SECONDS);
        assertThat(last.get(20, TimeUnit.SECONDS)).contains("response.completed");
        socket.abort();
        return next();
    }

    /** Completes with the first message that ends a response. */
    private static final class Listener implements WebSocket.Listener {
        private final CompletableFuture<String> last;
        private final StringBuilder message = new StringBuilder();

        Listener(CompletableFuture<String> last) {
            this.last = last;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            message.append(data);
            if (isLast) {
                if (message.indexOf("\"type\":\"response.completed\"") >= 0 || message.indexOf("\"error\"") == 1) {
                    last.complete(message.toString());
                }
                message.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
