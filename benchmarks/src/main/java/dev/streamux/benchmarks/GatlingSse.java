package dev.streamux.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.http.action.sse.SseInboundMessage;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gatling's own SSE support, as a user of Gatling writes it: wait for the last event, then look at the messages and their
 * stamps. Those are whole milliseconds of the wall clock, so a lag below one millisecond cannot be told from none.
 *
 * <p>System properties: {@code sender}, {@code streams}, {@code rate}.
 */
public final class GatlingSse extends Simulation {
    private static final long SECONDS = StreamLoad.WARM_UP.plus(StreamLoad.WINDOW).toSeconds() * 2;
    private static final int BUFFERED = 100_000;

    private final StreamLoad load = new StreamLoad(
            URI.create(System.getProperty("sender")), Integer.getInteger("streams"), Integer.getInteger("rate"));
    private final long epochNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();
    private final LagRecorder recorder = new LagRecorder(StreamLoad.WARM_UP, StreamLoad.WINDOW);

    /** Made by Gatling. */
    public GatlingSse() {
        setUp(scenario("readers")
                        .exec(
                                // "hold": Gatling sends the request again when a stream ends, so the sender keeps it open.
                                sse("stream")
                                        .post("/hold/v1/chat/completions")
                                        .header("Content-Type", "application/json")
                                        .body(StringBody(StreamLoad.BODY))
                                        .await(SECONDS)
                                        .on(sse.checkMessage("done").matching(substring("[DONE]")).check(bodyString().exists())),
                                sse.processUnmatchedMessages(this::record),
                                sse("close").close())
                        .injectOpen(rampUsers(load.streams()).during(StreamLoad.RAMP)))
                .protocols(http.baseUrl(load.sender().toString()).sseUnmatchedInboundMessageBufferSize(BUFFERED));
    }

    private Session record(List<SseInboundMessage> messages, Session session) {
        for (SseInboundMessage message : messages) {
            long arrival = TimeUnit.MILLISECONDS.toNanos(message.timestamp()) - epochNanos;
            Mark.emission(message.message()).ifPresent(emission -> recorder.add(emission, arrival));
        }
        return session;
    }

    @Override
    public void after() {
        try {
            System.err.println(recorder.row("Gatling sse", load.streams(), load.perSecond()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
