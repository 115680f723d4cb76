package dev.streamux.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.cli.run.FinishedRun;
import dev.streamux.cli.run.NewRun;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a small setting, once, seen from all sides. */
class CompareRunIT {
    @TempDir
    private static Path folder;

    private static RunDirectory run;
    private static RunResult result;
    private static String printed;

    @BeforeAll
    static void play() {
        // 120 tokens at 60/s: 120 events of some 310 bytes, 37 KB in 2.1 s
        CompareSettings settings = new CompareSettings(
                CompareArms.EMBEDDED, 2, 120, 60, Duration.ofMillis(100), 11, 0, folder.resolve("run"));
        run = new RunDirectory(settings.out());
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        RunManifest manifest = NewRun.manifest(List.of("compare"), 11, settings.scenario(), settings.armNames());
        new CompareRun(settings, manifest, quiet, false).play(ClientConfig.defaults());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FinishedRun.summarise(run, new PrintStream(out, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
    }

    @Test
    void everyAnswerOfEveryArmIsComplete() {
        assertThat(result.arms())
                .hasSize(7)
                .allSatisfy(arm -> assertThat(arm.complete()).as(arm.name()).isEqualTo(2));
    }

    @Test
    void theDeliveryVerdictsAreRight() {
        Map<String, String> verdicts = new HashMap<>();
        for (ArmResult arm : result.arms()) {
            verdicts.put(arm.name(), arm.deliveryVerdict().orElseThrow().kind().word());
        }
        assertThat(verdicts)
                .containsEntry("direct", "streamed")
                .containsEntry("buffered-json", "buffered")
                .containsEntry("proxy-pass", "streamed")
                .containsEntry("proxy-size-4k", "coalesced")
                .containsEntry("proxy-size-16k", "coalesced")
                .containsEntry("proxy-flush-1s", "coalesced")
                .containsEntry("proxy-full", "buffered");
    }

    @Test
    void allArmsOfARoundCarryTheSameTextAndRoundsDoNot() {
        Map<String, String> textOfSeed = new HashMap<>();
        for (ResponseTrace trace : TraceReader.responses(run.responses())) {
            if (trace.phase().equals(ResponseTrace.MEASURE)) {
                String seed = trace.attributes().getOrDefault("seed", "none");
                String text = trace.text().orElseThrow();
                assertThat(textOfSeed.computeIfAbsent(seed, first -> text)).isEqualTo(text);
            }
        }
        assertThat(textOfSeed).hasSize(2).containsKeys("11", "12");
        assertThat(textOfSeed.get("11")).isNotEqualTo(textOfSeed.get("12"));
    }

    @Test
    @Tag("timing")
    void bufferingHidesTheFirstWordsAndChangesNothingElse() {
        // 100 ms + 119 gaps of 16.7 ms = 2083 ms
        assertThat(median("direct", "time-to-first-visible-text")).isBetween(99.0, 1000.0);
        assertThat(median("proxy-full", "time-to-first-visible-text")).isGreaterThan(2080);
        assertThat(median("buffered-json", "time-to-first-visible-text")).isGreaterThan(2080);
        assertThat(median("direct", "time-to-last-token")).isGreaterThan(2080);
    }

    @Test
    void bothSidesOfTheRunAreOnDiskAndTheManifestCarriesTheHarnessesError() {
        RunManifest manifest = RunManifest.read(run.manifest());
        assertThat(manifest.complete()).isTrue();
        assertThat(manifest.selfCheck().figures())
                .containsKeys(
                        "mock-lateness-p50-ms",
                        "mock-lateness-p99-ms",
                        "client-stamp-lag-p50-ms",
                        "client-stamp-lag-p99-ms");
        assertThat(TraceReader.emissions(run.emissions())).hasSize(7 * 2 + 7 * 2);
        assertThat(run.result()).isNotEmptyFile();
        assertThat(run.report()).isNotEmptyFile();
    }

    @Test
    void theTerminalShowsTheTableTheFindingAndThePage() {
        assertThat(printed)
                .contains("buffered-json")
                .contains("Harness: mock late by")
                .contains("Report: " + run.report());
    }

    private static double median(String arm, String metric) {
        return result.arm(arm).orElseThrow().statistic(metric, "p50").orElseThrow();
    }
}
