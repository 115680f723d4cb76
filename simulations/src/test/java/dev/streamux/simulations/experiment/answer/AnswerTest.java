package dev.streamux.simulations.experiment.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final long MS = 1_000_000;
    private static final String CLOSED = "load: {closed: {users: 1}}";

    private final List<ResponseTrace> responses = new ArrayList<>();
    private final List<EmissionTrace> emissions = new ArrayList<>();

    private static Scenario scenario(String... lines) {
        return ScenarioReader.parse("name: x\n" + String.join("\n", lines), Path.of("x.yaml"));
    }

    private List<String> answer(Scenario scenario) {
        return Answer.of(new Evidence(scenario, responses, responses, emissions));
    }

    /** A response asked at a time, with its first and last text so many milliseconds later. */
    private ResponseTrace.Builder response(String arm, long startMs, long firstMs, long lastMs) {
        return ResponseTrace.builder(arm + "-" + responses.size())
                .arm(arm)
                .intendedNanos(startMs * MS)
                .sentNanos(startMs * MS)
                .endNanos((startMs + lastMs) * MS)
                .text("abcdef")
                .chunks(Chunks.builder()
                        .add((startMs + firstMs) * MS, 3, 9)
                        .add((startMs + lastMs) * MS, 3, 9)
                        .build());
    }

    @Test
    void aBufferedArmThatEndsSoonerIsStillTheOneThatComesLater() {
        for (int i = 0; i < 5; i++) {
            responses.add(response("streamed", i, 300, 3300).build());
            responses.add(response("buffered", i, 3000, 3000).build());
        }
        Scenario scenario = scenario(
                "arms: [{name: streamed}, {name: buffered, delivery: json}]", "load: {open: {rate-per-second: 1}}");
        assertThat(answer(scenario))
                .containsExactly(
                        "With streamed a reader sees the first words after 300 ms and the whole answer after 3.30 s"
                                + " (medians).",
                        "With buffered the first words come 2.70 s later (3.00 s) and the whole answer after 3.00 s.");
    }

    @Test
    void everyFaultThatShowsAsWhatItIsIsAYes() {
        Scenario scenario = scenario(
                "arms: [{name: well}, {name: cut, fault: truncate; after=50%}]", "load: {open: {rate-per-second: 1}}");
        responses.add(response("well", 0, 10, 20).build());
        responses.add(response("cut", 0, 10, 20)
                .outcome(Outcome.TRUNCATED)
                .error("no end")
                .build());
        assertThat(answer(scenario))
                .containsExactly(
                        "Yes: all 1 broken answers ended as what they are, none as a success: 1 truncated (cut)."
                                + " Of 1 answers without a fault 1 completed.");
        responses.add(response("cut", 0, 10, 20).build());
        assertThat(answer(scenario))
                .singleElement()
                .asString()
                .startsWith("No: 1 of 2 of cut did not end truncated, 1 of them as a success.");
    }

    @Test
    void theCheapestWayOutIsTheOneThatRecoversMostAndSoonest() {
        Scenario scenario = scenario(
                "arms: [{name: g, recovery: give-up}, {name: r, recovery: automatic-retry}]",
                "load: {open: {rate-per-second: 1}}");
        responses.add(broken("g", 1));
        responses.add(broken("r", 1));
        responses.add(response("r", 1000, 10, 1500)
                .attribute("question", "q-r")
                .attribute("attempt", "2")
                .build());
        // Asked at 0, broken, asked again at 1000, whole at 2500; all six characters came twice.
        assertThat(answer(scenario).get(0))
                .isEqualTo("r costs least: the whole answer after 2.50 s, 0 characters gone, 6 sent twice, 2 requests a"
                        + " question.");
        assertThat(answer(scenario).get(1)).startsWith("g: no whole answer, 6 characters gone");
    }

    private ResponseTrace broken(String arm, int attempt) {
        return response(arm, 0, 10, 900)
                .outcome(Outcome.RESET)
                .error("reset")
                .attribute("question", "q-" + arm)
                .attribute("attempt", Integer.toString(attempt))
                .build();
    }

    @Test
    void aStopIsToldOnTheWireAtTheServerAndAtTheConnection() {
        Scenario scenario =
                scenario("arms: [{name: s, stop: {after-tokens: 2}}]", "load: {open: {rate-per-second: 1}}");
        ResponseTrace stopped = response("s", 0, 100, 200)
                .outcome(Outcome.CANCELLED)
                .error("stopped after 2 tokens")
                .attribute("stopNanos", Long.toString(200 * MS))
                .attribute("lastArrivalAfterStopNanos", Long.toString(204 * MS))
                .attribute("eventsAfterStop", "3")
                .attribute("connectionReusableAfterStop", "true")
                .build();
        responses.add(stopped);
        // The mock writes at 100, 200, 201 and 202 ms and notices at 206 ms.
        emissions.add(new EmissionTrace(
                stopped.toBuilder()
                        .chunks(Chunks.builder()
                                .add(100 * MS, 1, 1)
                                .add(200 * MS, 1, 1)
                                .add(201 * MS, 1, 1)
                                .add(202 * MS, 1, 1)
                                .build())
                        .text("abcd")
                        .attribute("clientLeftNanos", Long.toString(206 * MS))
                        .build(),
                EmissionTrace.Times.NONE,
                EmissionTrace.Times.NONE));
        assertThat(answer(scenario))
                .containsExactly(
                        "After a stop it is quiet within 4.0 ms (p95 of 1 stops); events that still arrive: 3 at most.",
                        "The mock notices after 6.0 ms (median; p95 6.0 ms); tokens that it still writes: 2 (p95).",
                        "Of 1 connections 1 could carry another request: HTTP/2 resets the stream only, HTTP/1.1 has to"
                                + " close.");
    }

    @Test
    void theLimitOfASearchIsTheLargestLevelBelowEveryBadOne() {
        Scenario scenario = scenario(
                "arms: [{name: s}]",
                "load: {saturation: {from: 5, to: 20}}",
                "budgets: [time-to-first-visible-text p50 < 400ms]");
        level(5, 100);
        // A disturbance in the first hold; the second one decides.
        level(10, 950);
        responses.set(1, responses.get(1).toBuilder().attribute("hold", "1").build());
        responses.add(response("s", 0, 300, 400)
                .attribute("level", "10")
                .attribute("hold", "2")
                .build());
        level(20, 900);
        assertThat(answer(scenario))
                .containsExactly("10 people can read at the same time within every budget; with 20 it is broken:"
                        + " time-to-first-visible-text p50 < 400ms: it is 900.0 ms.");
    }

    private void level(int users, long firstMs) {
        responses.add(response("s", 0, firstMs, firstMs + 100)
                .attribute("level", Integer.toString(users))
                .build());
    }

    @Test
    void aSteadyLoadIsComparedAtItsTwoEnds() {
        // 300 answers, one a second: the first minute at 100 ms, the last at 140 ms.
        for (int second = 0; second < 300; second++) {
            responses.add(
                    response("s", second * 1000L, second < 200 ? 100 : 140, 500).build());
        }
        assertThat(answer(scenario("arms: [{name: s}]", CLOSED)))
                .containsExactly(
                        "s: first text p95 140 ms in the last 60.00 s against 100 ms in the first, longest gap p95"
                                + " 360 ms against 400 ms; 0 of 300 answers failed.");
    }

    @Test
    void aRushIsOverWhenTheLastLateSecondIs() {
        Scenario scenario = scenario(
                "seed: 3",
                "arms: [{name: s}]",
                "load: {open: {spacing: constant, stages: [{rate-per-second: 1, during: 10s},"
                        + " {rate-per-second: 4, during: 5s}, {rate-per-second: 1, during: 10s}]}}");
        PrimitiveIterator.OfLong starts = ((dev.streamux.simulations.scenario.Load.Open) scenario.load())
                .arrival()
                .starts(new SplittableRandom(3));
        long begin = 7_000;
        starts.forEachRemaining((long start) -> {
            long at = start / MS;
            // Late from second 12 to the end of second 17; the rush itself is over after 15 s.
            long first = at >= 12_000 && at < 18_000 ? 2_000 : 100;
            responses.add(response("s", begin + at, first, first + 100).build());
        });
        assertThat(answer(scenario))
                .singleElement()
                .asString()
                .startsWith(
                        "Before the rush the first words come after 100 ms; who asks in second 12 waits 2.00 s (medians),"
                                + " and it is over 3.00 s after the rush has ended; 0 of ");
    }

    @Test
    void aRunThatMeasuredNothingAnswersNothing() {
        assertThat(answer(scenario("arms: [{name: s}]", CLOSED))).isEmpty();
    }
}
