package dev.streamux.simulations.sample;

import static dev.streamux.simulations.gatling.StreamuxDsl.streamux;
import static dev.streamux.simulations.gatling.StreamuxDsl.streamuxAt;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.gatling.ResponseCheck;
import dev.streamux.simulations.gatling.StreamuxProtocol;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;

/** A simulation as somebody would write it in a Gatling project of their own; docs/gatling.md explains it. */
public final class ReadersSimulation extends Simulation {
    private final StreamuxProtocol llm = streamuxAt(System.getProperty("sample.url", "http://127.0.0.1:8089"))
            .model("mock")
            .recordTo(Path.of(System.getProperty("sample.recording", "target/responses.jsonl")));

    private final ScenarioBuilder readers = scenario("readers")
            .feed(csv("sample/prompts.csv").circular())
            .exec(streamux("ask")
                    .chat("#{prompt}")
                    .conversation("talk")
                    .check(ResponseCheck.outputTokensAtLeast(20), ResponseCheck.textLengthAtLeast(20))
                    .saveText("answer"))
            .pause(Duration.ofMillis(200))
            .exec(streamux("go on").chat("Shorter, please.").conversation("talk"))
            .exec(streamux("give up").chat("Tell me everything.").stop(new StopCondition.AfterTokens(5)))
            .exec(streamux("broken").chat("And now?").header("X-Streamux-Fault", "truncate; after=10"));

    /** Made by Gatling. */
    public ReadersSimulation() {
        setUp(readers.injectOpen(rampUsers(6).during(Duration.ofSeconds(1))))
                .protocols(llm)
                .assertions(
                        details("ask", "TTFT").responseTime().percentile(50).lt(10_000),
                        details("ask", "stream").failedRequests().count().is(0L),
                        details("go on", "stream").successfulRequests().count().is(6L),
                        details("give up", "stopped")
                                .successfulRequests()
                                .count()
                                .is(6L),
                        details("broken", "stream").failedRequests().count().is(6L));
    }
}
