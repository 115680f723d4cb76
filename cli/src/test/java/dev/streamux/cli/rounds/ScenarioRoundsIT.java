package dev.streamux.cli.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.comparison.RunFingerprint;
import dev.streamux.cli.CommandProcess;
import dev.streamux.cli.ExitCodes;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code streamux run} that a gate in another process plays on. */
class ScenarioRoundsIT {
    @TempDir
    private Path folder;

    @Test
    void aScenarioIsPlayedOnByAGateInAnotherProcess() throws Exception {
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                # Can it be played on?
                name: s
                seed: 20261121
                arms: [{name: one}, {name: two}]
                load: {open: {spacing: constant, rate-per-second: 10}}
                phases: {warmup: 0s, measure: 1s, cooldown: 0s}
                answers: {tokens: 10, ttft: 20ms, itl: 5ms}
                """);
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: ['reader-wait.p99 < 30s']\n");
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        // Another process has another hash seed, so it orders unordered maps in another way.
        CommandProcess.run(
                folder,
                "",
                "run",
                scenario.toString(),
                "--no-selftest",
                "--out",
                run.path().toString());
        // Whether this machine is quiet is no matter here, and a late run would not be played on.
        RunManifest manifest = RunManifest.read(run.manifest());
        manifest.withSelfCheck(new SelfCheck(Map.of("mock-lateness-p99-ms", 1.0), true, List.of()))
                .write(run.manifest());
        CommandProcess gate = CommandProcess.run(
                folder,
                "",
                "gate",
                run.path().toString(),
                "--rules",
                rules.toString(),
                "--rounds",
                "auto",
                "--max-rounds",
                "2");
        // Twenty answers carry no p99.
        assertThat(gate.code()).as(gate.err()).isEqualTo(ExitCodes.INCONCLUSIVE);
        RunManifest further = RunManifest.read(new RunDirectory(run.round(2)).manifest());
        assertThat(RunFingerprint.differences(manifest, further)).isEmpty();
        assertThat(further.seed()).isNotEqualTo(manifest.seed());
        assertThat(further.scenario().toString().replace(String.valueOf(further.seed()), "SEED"))
                .isEqualTo(manifest.scenario().toString().replace(String.valueOf(manifest.seed()), "SEED"));
    }
}
