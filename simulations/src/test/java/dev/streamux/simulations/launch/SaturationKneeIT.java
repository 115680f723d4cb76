package dev.streamux.simulations.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.experiment.BudgetJudge;
import dev.streamux.simulations.experiment.Experiment;
import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search for the limit of a server whose limit is known. The mock has 6 places and an answer takes
 * 100 + 19 · 30 = 670 ms. Up to 6 users find a place at once and have their first text after 100 ms. With 7 users a turn takes
 * 7 · 670 / 6 ms, so they wait 112 ms on average, and nobody more than 670. A p95 of the wait below 80 ms is then impossible: the
 * average would be at most 0.05 · 670 + 0.95 · 80 = 109.5.
 */
class SaturationKneeIT {
    @TempDir
    private Path folder;

    @Test
    void theSearchFindsTheNumberOfPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve("knee.yaml"), """
                # How many fit?
                name: knee
                target: {headers: {X-Streamux-Max-Running: "6"}}
                arms: [{name: s}]
                load: {saturation: {from: 6, to: 7, hold: 2500ms, settle: 800ms, precision: 0.01}}
                phases: {warmup: 1s}
                answers: {tokens: 20, ttft: 100ms, itl: 30ms}
                budgets: [time-to-first-visible-text p95 < 180ms, failed-share < 1%]
                """);
        Scenario scenario = ScenarioReader.read(file);
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        long origin = System.nanoTime();
        try (MockServer mock =
                MockServer.start(MockConfig.defaults().withEmissionsFile(run.emissions()), NanoClock.since(origin))) {
            RunSettings settings = new RunSettings(scenario, run, origin, Map.of("s", URI.create(mock.baseUrl())));
            new RunLauncher(
                            settings,
                            new RunLauncher.Launch(
                                    PlayedScenario.class.getName(), file, Changes.NONE, "test", List.of("run"), false))
                    .run();
        }
        // 6 kept, then 7 broken; fewer where this machine is too busy for 6, never more.
        assertThat(Experiment.of(scenario, run, BudgetJudge.AS_OBSERVED).answer())
                .singleElement()
                .asString()
                .matches("[3-6] people .*; with [4-7] it is broken: time-to-first-visible-text p95 < 180ms.*");
    }
}
