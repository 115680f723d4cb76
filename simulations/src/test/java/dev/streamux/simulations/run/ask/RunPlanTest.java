package dev.streamux.simulations.run.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunPlanTest {
    private static final Scenario SCENARIO = ScenarioReader.parse(
            "name: x\nseed: 40\narms: [{name: a}, {name: b}, {name: c}]\nload: {closed: {users: 1}}\nprompts: [p, q]\n",
            Path.of("x.yaml"));

    private final RunPlan plan = new RunPlan(SCENARIO);

    @Test
    void roundsGoForwardsAndBackwardsInTurn() {
        String order = IntStream.range(0, 9)
                .mapToObj(index -> plan.request(index).arm().name())
                .collect(Collectors.joining());
        assertThat(order).isEqualTo("abccbaabc");
    }

    @Test
    void allArmsOfARoundShareSeedAndPrompt() {
        for (int index = 3; index < 6; index++) {
            PlannedRequest request = plan.request(index);
            assertThat(request.round()).isEqualTo(1);
            assertThat(request.seed()).isEqualTo(41);
            assertThat(request.prompt()).isEqualTo("q");
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(IntStream.range(0, 300)
                        .mapToObj(index -> plan.request(index).id())
                        .distinct())
                .hasSize(300);
    }
}
