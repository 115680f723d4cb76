package dev.streamux.simulations.run.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConversationAskerIT {
    private static final long MS = 1_000_000;

    private final NanoClock clock = NanoClock.startingNow();

    private List<ResponseTrace> talk(String arm) {
        Scenario scenario = ScenarioReader.parse("""
                name: talk
                seed: 5
                arms: [{%s}]
                load: {closed: {users: 1}}
                conversation: {turns: 3, think-time: 40ms}
                answers: {tokens: 8, ttft: 5ms, itl: 1ms}
                prompts: [How does it work?, And in winter?, What does it cost?]
                """.formatted(arm), Path.of("talk.yaml"));
        MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (MockServer mock = MockServer.start(MockConfig.defaults(), clock);
                StreamingClient client =
                        new StreamingClient(ClientConfig.defaults().withEventLoops(0), clock)) {
            RequestFactory requests = new RequestFactory(scenario, name -> URI.create(mock.baseUrl()));
            RunPlan plan = new RunPlan(scenario);
            QuestionAsker questions = new QuestionAsker(client, requests, clock, ResponseObserver.NONE);
            return new ConversationAsker(questions, plan, scenario, clock)
                    .talk(plan.request(0), clock.nanos(), loops.next(), new Unwatched())
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } finally {
            var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private static final class Unwatched implements ConversationAsker.Course {
        @Override
        public String phaseAt(long intendedNanos) {
            return "measure";
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void onStart() {}

        @Override
        public void onEnd(ResponseTrace trace) {}
    }

    @Test
    void everyTurnIsSentWithAllThatWasSaidAfterTheTimeToThink() {
        List<ResponseTrace> turns = talk("name: a");
        assertThat(turns).extracting(ResponseTrace::id).containsExactly("a-000000", "a-000000-t2", "a-000000-t3");
        assertThat(turns).extracting(turn -> turn.attributes().get("turn")).containsExactly("1", "2", "3");
        assertThat(turns).allSatisfy(turn -> assertThat(turn.attributes()).containsEntry("conversation", "a-000000"));
        List<Long> input = turns.stream()
                .map(turn -> turn.usage().map(Usage::inputTokens).orElseThrow())
                .map(Number::longValue)
                .collect(Collectors.toList());
        // Each turn carries the question before and its answer of 8 tokens.
        assertThat(input.get(1)).isGreaterThanOrEqualTo(input.get(0) + 8);
        assertThat(input.get(2)).isGreaterThanOrEqualTo(input.get(1) + 8);
        for (int turn = 1; turn < 3; turn++) {
            assertThat(turns.get(turn).intendedNanos() - turns.get(turn - 1).endNanos())
                    .isEqualTo(40 * MS);
        }
        assertThat(turns).extracting(turn -> turn.text().orElse("")).doesNotHaveDuplicates();
    }

    @Test
    void aTurnWithoutAnAnswerIsTheLast() {
        assertThat(talk("name: a, fault: truncate; after=4")).hasSize(1);
    }

    @Test
    void whoPressesStopAsksOn() {
        assertThat(talk("name: a, stop: {after-tokens: 3}")).hasSize(3);
    }
}
