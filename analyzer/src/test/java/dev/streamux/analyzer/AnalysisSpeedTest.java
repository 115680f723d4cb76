package dev.streamux.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.CompactWriter;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.TraceReader;
import dev.streamux.trace.TraceWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast traces are read and analysed, in tokens a second on one core; run with
 * {@code mvn -pl analyzer -am test -Dtest=AnalysisSpeedTest -Dstreamux.benchmark=true}.
 */
@Tag("benchmark")
@EnabledIfSystemProperty(named = "streamux.benchmark", matches = "true")
class AnalysisSpeedTest {
    private static final int RESPONSES = 50_000;
    private static final int TOKENS = 200;

    @TempDir
    private Path folder;

    @Test
    void tenMillionTokens() {
        Path lines = folder.resolve("responses.jsonl");
        Path compact = folder.resolve("responses.sux");
        try (TraceWriter lineWriter = TraceWriter.create(lines);
                CompactWriter compactWriter = CompactWriter.create(compact)) {
            generate(trace -> {
                lineWriter.write(trace);
                compactWriter.write(trace);
            });
        }
        for (int round = 0; round < 2; round++) {
            report("read lines", () -> TraceReader.forEachResponse(lines, trace -> {}));
            report("read compact", () -> TraceReader.forEachResponse(compact, trace -> {}));
            report("analyse lines", () -> RunAnalysis.analyze(lines, AnalysisOptions.DEFAULTS, response -> {}));
            report("analyse compact", () -> RunAnalysis.analyze(compact, AnalysisOptions.DEFAULTS, response -> {}));
        }
        assertThat(compact.toFile().length()).isLessThan(lines.toFile().length());
        System.out.printf(
                "bytes a token: lines %.2f, compact %.2f; heap limit %d MB%n",
                lines.toFile().length() / (double) (RESPONSES * TOKENS),
                compact.toFile().length() / (double) (RESPONSES * TOKENS),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void report(String what, Runnable work) {
        // CPU time of this thread: neighbours on the machine do not count.
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%-16s %.2f s, %.1f million tokens/s%n", what, seconds, RESPONSES * (double) TOKENS / 1e6 / seconds);
        System.out.flush();
    }

    private static void generate(Consumer<ResponseTrace> each) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int r = 0; r < RESPONSES; r++) {
            long start = r * 2_000_000L;
            Chunks.Builder chunks = Chunks.builder(TOKENS);
            long time = start + 100_000_000;
            for (int i = 0; i < TOKENS; i++) {
                time += 25_000_000 + random.nextInt(200_000);
                chunks.add(time, 3 + random.nextInt(4), 228 + random.nextInt(6));
            }
            each.accept(ResponseTrace.builder("load-" + r)
                    .arm(r % 2 == 0 ? "a" : "b")
                    .intendedNanos(start)
                    .sentNanos(start)
                    .firstByteNanos(start + 100_000_000)
                    .endNanos(time + 100_000)
                    .chunks(chunks.build())
                    .build());
        }
    }
}
