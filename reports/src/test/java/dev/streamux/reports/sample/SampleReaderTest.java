package dev.streamux.reports.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleReaderTest {
    @TempDir
    private Path folder;

    /** An answer of one word that comes after so long. */
    private static ResponseTrace answer(String arm, int seed, long millis) {
        long start = 200_000_000L;
        return SyntheticRun.trace(arm, 0)
                .attribute("seed", String.valueOf(seed))
                .text("word")
                .chunks(Chunks.builder().add(start + millis * 1_000_000, 4, 100).build())
                .endNanos(start + millis * 1_000_000 + 1)
                .build();
    }

    private RunSamples read(SyntheticRun run, String... arms) {
        return SampleReader.read(run.write(folder).responses(), AnalysisOptions.DEFAULTS.metrics(), List.of(arms));
    }

    private static String seed(RunSamples samples, String arm) {
        return samples.arm(arm)
                .flatMap(ArmSample::typical)
                .map(one -> one.trace().attributes().get("seed"))
                .orElseThrow();
    }

    @Test
    void allArmsShowTheAnswerToOneQuestion() {
        SyntheticRun run = new SyntheticRun();
        // Waits in order of seed: a 10, 20, 30 ms; b 30, 20, 10 ms. Seed 2 is the median of both.
        for (int seed = 1; seed <= 3; seed++) {
            run.add(answer("a", seed, 10L * seed)).add(answer("b", seed, 40 - 10L * seed));
        }
        RunSamples samples = read(run, "a", "b");
        assertThat(samples.question()).contains("2");
        assertThat(seed(samples, "a")).isEqualTo("2");
        assertThat(seed(samples, "b")).isEqualTo("2");
    }

    @Test
    void theQuestionIsOneThatEveryArmAnswered() {
        SyntheticRun run = new SyntheticRun();
        // Seed 2 is the median of a, but b has only answers to 3 and 4.
        run.add(answer("a", 1, 10)).add(answer("a", 2, 20)).add(answer("a", 3, 30));
        run.add(answer("b", 3, 10)).add(answer("b", 4, 20));
        assertThat(read(run, "a", "b").question()).contains("3");
    }

    @Test
    void withoutACommonQuestionEachArmShowsItsMedian() {
        SyntheticRun run = new SyntheticRun();
        run.add(answer("a", 1, 10)).add(answer("a", 2, 20)).add(answer("a", 3, 30));
        run.add(answer("b", 4, 10));
        RunSamples samples = read(run, "a", "b");
        assertThat(samples.question()).isEmpty();
        assertThat(seed(samples, "a")).isEqualTo("2");
    }

    @Test
    void anArmThatOnlyFailedDoesNotSpoilTheQuestionOfTheOthers() {
        SyntheticRun run = new SyntheticRun()
                .add(answer("a", 1, 10))
                .add(answer("b", 1, 20))
                .failures("c", Outcome.REJECTED, "503", 1);
        RunSamples samples = read(run, "a", "b", "c");
        assertThat(samples.question()).isEqualTo(Optional.of("1"));
        assertThat(samples.arm("c").flatMap(ArmSample::typical)).isPresent();
    }
}
