package dev.streamux.simulations.selftest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.Limits;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientOutcomesIT {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    private static final String OPEN_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";

    private final NanoClock clock = NanoClock.startingNow();
    private final WireServer server = WireServer.start(clock);
    private final StreamingClient client = new StreamingClient(clock);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aStreamWithItsTerminalEventIsComplete() {
        ResponseTrace trace = play(
                write(HEAD + chunk(role()) + chunk(token("Hel"))),
                write(chunk(token("lo"))),
                write(chunk("data: [DONE]\n\n") + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).hasValue("Hello");
        assertThat(trace.error()).isEmpty();
        assertThat(trace.status()).isEqualTo(200);
        assertThat(trace.chunks().size()).isEqualTo(2);
        assertThat(trace.chunks().totalCharacters()).isEqualTo(5);
        assertThat(trace.headersNanos()).isPresent();
        assertThat(trace.endNanos()).isGreaterThanOrEqualTo(trace.chunks().timeNanos(1));
    }

    @Test
    void aCleanEndWithoutTheTerminalEventIsTruncated() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel")) + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(trace.text()).hasValue("Hel");
        assertThat(trace.error()).hasValueSatisfying(error -> assertThat(error).contains("terminal event"));
    }

    @Test
    void aFinishReasonAndACleanEndAreCompleteWithoutTheMarker() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel")) + chunk(finish()) + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.attributes()).containsEntry("finishReason", "stop");
    }

    @Test
    void aBodyThatOnlyTheConnectionDelimitsEndsWithIt() {
        ResponseTrace trace = play(write(OPEN_HEAD + token("Hel") + "data: [DONE]\n\n"), new WireStep.Close(20));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        ResponseTrace cut = play(write(OPEN_HEAD + token("Hel")), new WireStep.Close(20));
        assertThat(cut.outcome()).isEqualTo(Outcome.TRUNCATED);
    }

    @Test
    void anErrorEventIsAnErrorEvenIfTheMarkerFollows() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel"))
                + chunk("data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n")
                + chunk("data: [DONE]\n\n") + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(trace.error()).hasValue("server_error: overloaded");
        assertThat(trace.text()).hasValue("Hel");
    }

    @Test
    void garbageInAnEventIsAnError() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel")) + chunk("data: {\"choi\n\n") + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void aResetIsAReset() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel"))), new WireStep.Reset(50));
        assertThat(trace.outcome()).isEqualTo(Outcome.RESET);
        assertThat(trace.chunks().size()).isEqualTo(1);
    }

    @Test
    void aCloseThatTheFramingForbidsIsAReset() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel"))), new WireStep.Close(20));
        assertThat(trace.outcome()).isEqualTo(Outcome.RESET);
    }

    @Test
    void brokenChunkFramingIsAReset() {
        ResponseTrace trace = play(write(HEAD + chunk(token("Hel")) + "zz\r\n"), new WireStep.Close(20));
        assertThat(trace.outcome()).isEqualTo(Outcome.RESET);
        assertThat(trace.text()).hasValue("Hel");
    }

    @Test
    void silenceBeyondTheIdleLimitIsStalled() {
        ResponseTrace trace = send(
                builder -> builder.limits(Limits.DEFAULT.withIdle(Duration.ofMillis(300))),
                write(HEAD + chunk(token("Hel"))),
                new WireStep.Silence(5_000));
        assertThat(trace.outcome()).isEqualTo(Outcome.STALLED);
        assertThat(trace.text()).hasValue("Hel");
    }

    @Test
    void aResponseBeyondTheTotalLimitIsATimeout() {
        List<WireStep> steps = new ArrayList<>();
        steps.add(write(HEAD));
        for (int i = 1; i < 40; i++) {
            steps.add(new WireStep.Write(i * 50L, chunk(token("x"))));
        }
        ResponseTrace trace = send(
                builder -> builder.limits(Limits.DEFAULT.withTotal(Duration.ofMillis(400))),
                steps.toArray(WireStep[]::new));
        assertThat(trace.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(trace.chunks().size()).isPositive();
    }

    @Test
    void aStatusOfFourHundredOrMoreIsRejectedWithTheBodysMessage() {
        String body = "{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit\"}}";
        ResponseTrace trace = play(write("HTTP/1.1 429 Too Many\r\ncontent-type: application/json\r\ncontent-length: "
                + body.length() + "\r\n\r\n" + body));
        assertThat(trace.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(trace.status()).isEqualTo(429);
        assertThat(trace.error()).hasValue("status 429: rate_limit: slow down");
        assertThat(trace.text()).hasValue("");
    }

    @Test
    void aConnectionThatEndsBeforeAnyByteIsUnreachable() {
        assertThat(play(new WireStep.Close(0)).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() {
        int port = portOfNobody();
        ResponseTrace trace = await(client.send(ClientRequest.builder("r", URI.create("http://127.0.0.1:" + port))
                .build()));
        assertThat(trace.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(trace.error()).hasValueSatisfying(error -> assertThat(error).contains("127.0.0.1:" + port));
        assertThat(trace.status()).isZero();
    }

    @Test
    void stoppingAfterTokensIsCancelled() {
        ResponseTrace trace = send(
                builder -> builder.stop(new StopCondition.AfterTokens(2)),
                write(HEAD + chunk(token("a"))),
                new WireStep.Write(30, chunk(token("b")) + chunk(token("c"))),
                new WireStep.Write(60, chunk(token("d"))),
                new WireStep.Silence(3_000));
        assertThat(trace.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(trace.text()).hasValue("ab");
        assertThat(trace.attributes())
                // c came with b; d came while we were leaving, and the server did not end its side by itself.
                .containsEntry("eventsAfterStop", "2")
                .containsEntry("bytesAfterStop", Integer.toString(token("d").length()))
                .containsEntry("quietAfterStop", "closed-by-us")
                .containsEntry("connectionReusableAfterStop", "false");
        long stop = Long.parseLong(trace.attributes().get("stopNanos"));
        assertThat(trace.endNanos()).isEqualTo(stop);
        // d leaves 30 ms after b; loopback adds little, a busy machine more.
        assertThat(Long.parseLong(trace.attributes().get("lastArrivalAfterStopNanos")) - stop)
                .isGreaterThan(15_000_000L);
    }

    @Test
    void stoppingAtAPatternIsCancelled() {
        ResponseTrace trace = send(
                builder -> builder.stop(new StopCondition.AfterPattern(Pattern.compile("I cannot"), 50)),
                write(HEAD + chunk(token("I can"))),
                new WireStep.Write(30, chunk(token("not do"))),
                new WireStep.Silence(3_000));
        assertThat(trace.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(trace.text()).hasValue("I cannot do");
    }

    @Test
    void stoppingAtATimeIsCancelled() {
        ResponseTrace trace = send(
                builder -> builder.stop(new StopCondition.AtTime(Duration.ofMillis(100))),
                write(HEAD + chunk(token("a"))),
                new WireStep.Silence(3_000));
        assertThat(trace.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(trace.endNanos() - trace.sentNanos()).isGreaterThanOrEqualTo(100_000_000L);
    }

    @Test
    void aBufferedBodyIsOneChunkAtItsLastByte() {
        String body =
                "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},"
                        + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}";
        String head =
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length() + "\r\n\r\n";
        ResponseTrace trace = send(
                builder -> builder.delivery(Delivery.JSON),
                write(head + body.substring(0, 30)),
                new WireStep.Write(100, body.substring(30)));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).hasValue("Hello");
        assertThat(trace.chunks().size()).isEqualTo(1);
        assertThat(trace.chunks().bytes(0)).isEqualTo(body.length());
        assertThat(trace.usage())
                .hasValueSatisfying(usage -> assertThat(usage.outputTokens()).isEqualTo(2));
        assertThat(trace.chunks().timeNanos(0) - trace.firstByteNanos().orElseThrow())
                .isPositive();
    }

    @Test
    void theConnectionIsUsedAgainAfterAWholeStream() {
        server.script("twice", List.of(write(HEAD + chunk(token("a")) + chunk("data: [DONE]\n\n") + "0\r\n\r\n")));
        ClientRequest request = request("twice").build();
        assertThat(await(client.send(request)).attributes()).containsEntry("connection", "new");
        assertThat(await(client.send(request)).attributes()).containsEntry("connection", "reused");
        assertThat(server.connectionsAccepted()).isEqualTo(1);
    }

    @Test
    void anInformationalResponseIsSkipped() {
        ResponseTrace trace = play(write("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" + HEAD + chunk(token("a"))
                + chunk("data: [DONE]\n\n") + "0\r\n\r\n"));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.status()).isEqualTo(200);
    }

    @Test
    void closingTheClientCancelsWhatIsUnderWay() {
        server.script("long", List.of(write(HEAD + chunk(token("a"))), new WireStep.Silence(10_000)));
        CompletableFuture<ResponseTrace> result = client.send(request("long").build());
        client.close();
        ResponseTrace trace = await(result);
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aKeyThatIsNotSetIsTheCallersMistake() {
        UnaryOperator<String> none = name -> "";
        try (StreamingClient keyless =
                new StreamingClient(ClientConfig.defaults().withEnvironment(none), clock)) {
            CompletableFuture<ResponseTrace> result =
                    keyless.send(request("any").apiKeyVariable("SOME_KEY").build());
            assertThat(result)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(InvalidInputException.class)
                    .withMessageContaining("SOME_KEY");
        }
    }

    private ResponseTrace play(WireStep... steps) {
        return send(builder -> builder, steps);
    }

    private ResponseTrace send(UnaryOperator<RequestBuilder> wishes, WireStep... steps) {
        server.script("case", List.of(steps));
        return await(client.send(wishes.apply(request("case")).build()));
    }

    private RequestBuilder request(String script) {
        return ClientRequest.builder("r1", URI.create(server.address(script)));
    }

    private static ResponseTrace await(CompletableFuture<ResponseTrace> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static int portOfNobody() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static WireStep write(String text) {
        return new WireStep.Write(0, text);
    }

    private static String role() {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
    }

    private static String token(String text) {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static String finish() {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
