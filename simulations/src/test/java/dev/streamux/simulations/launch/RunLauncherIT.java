package dev.streamux.simulations.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.experiment.BudgetJudge;
import dev.streamux.simulations.experiment.BudgetVerdict;
import dev.streamux.simulations.experiment.Experiment;
import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario played by Gatling in a process of its own, against the mock in this one. */
class RunLauncherIT {
    @TempDir
    private Path folder;

    @Test
    void everyPlannedRequestIsRecordedWithItsIntendedStartAndItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                name: s
                arms: [{name: well}, {name: cut, fault: truncate; after=50%}]
                load: {open: {spacing: constant, rate-per-second: 10}}
                phases: {warmup: 1s, measure: 2s}
                answers: {tokens: 10, ttft: 20ms, itl: 5ms}
                budgets: [failed-share < 1%]
                """);
        Scenario scenario = ScenarioReader.read(file);
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        long origin = System.nanoTime();
        boolean complete;
        try (MockServer mock =
                MockServer.start(MockConfig.defaults().withEmissionsFile(run.emissions()), NanoClock.since(origin))) {
            URI address = URI.create(mock.baseUrl());
            RunSettings settings = new RunSettings(scenario, run, origin, Map.of("well", address, "cut", address));
            complete = new RunLauncher(
                            settings,
                            new RunLauncher.Launch(
                                    PlayedScenario.class.getName(), file, Changes.NONE, "test", List.of("run"), false))
                    .run();
        }
        assertThat(complete).isTrue();
        assertThat(RunManifest.read(run.manifest()).complete()).isTrue();
        assertThat(run.gatling().resolve("index.html")).exists();

        List<ResponseTrace> responses = TraceReader.responses(run.responses());
        // 3 s at 10 a second, the arms in turn.
        assertThat(responses).hasSize(30);
        assertThat(responses)
                .filteredOn(response -> response.phase().equals("measure"))
                .hasSize(20);
        assertThat(responses).allSatisfy(response -> {
            assertThat(response.sentNanos()).isGreaterThanOrEqualTo(response.intendedNanos());
            assertThat(response.outcome())
                    .isEqualTo(response.arm().equals("well") ? Outcome.COMPLETE : Outcome.TRUNCATED);
        });
        // Even spacing: the intended starts are exactly 100 ms apart, whatever the machine did.
        long[] intended = responses.stream()
                .mapToLong(ResponseTrace::intendedNanos)
                .sorted()
                .toArray();
        assertThat(intended[29] - intended[0]).isEqualTo(2_900_000_000L);

        Experiment experiment = Experiment.of(scenario, run, BudgetJudge.AS_OBSERVED);
        assertThat(experiment.budgets())
                .hasSize(2)
                .satisfiesExactly(
                        well -> assertThat(well.verdict()).isEqualTo(BudgetVerdict.Verdict.KEPT),
                        cut -> assertThat(cut.value()).isEqualTo("100.0%"));
    }
}
