package dev.streamux.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.CompactWriter;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How fast traces are read and analysed: tokens a second of CPU, one token a chunk, and the heap that it takes.
 *
 * <p>{@code benchmarks/analysis/run.sh} runs it. The CPU of the analysing thread is what one core does; the CPU of the
 * whole process, with compiler and collector, stands beside it.
 */
public final class AnalysisSpeed {
    private static final int ROUNDS = 4;
    private static final int TOKENS = 200;
    private static final String WORDS =
            "the answer **comes** as it is `written`, word by word, and nobody waits for its end. ";

    private static final String PARAGRAPHS = WORDS.repeat(5).strip() + "\n\n";

    /** What assistants like to write: a heading, a list, code, a table, links. */
    private static final String MIXED = """
            ## How to read it

            First, **measure** what people see; see [the guide](https://example.org/guide) for more.

            1. **Start** the server with `serve --port 8080` and wait for its first line.
            2. Open a second terminal & run the client:
               - one user at first,
               - then *a hundred* of them.

            ```java
            for (int i = 0; i < 10; i++) {
                System.out.println("token " + i);
            }
            ```

            | route | first text | verdict |
            |---|---|---|
            | direct | 125 ms | streamed |
            | proxy | 5100 ms | **buffered** |

            A buffered answer is not *slow to write*: it is slow to come, and snake_case names stay as they are.

            """;

    private AnalysisSpeed() {}

    /** Arguments: responses without text, responses with text; 200 tokens each. */
    public static void main(String[] args) throws IOException {
        int responses = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int texts = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        Path folder = Files.createTempDirectory("analysis-speed");
        try {
            measure("no text", folder, responses, Optional.empty());
            measure("Markdown paragraphs", folder, texts, Optional.of(PARAGRAPHS));
            measure("Markdown of all kinds", folder, texts, Optional.of(MIXED));
        } finally {
            Files.deleteIfExists(folder.resolve("responses.jsonl"));
            Files.deleteIfExists(folder.resolve("responses.sux"));
            Files.deleteIfExists(folder);
        }
        System.out.printf(
                Locale.ROOT,
                "heap: limit %d MB, peak of the pools %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20,
                peakHeap() >> 20);
    }

    private static void measure(String what, Path folder, int responses, Optional<String> text) {
        Path lines = folder.resolve("responses.jsonl");
        Path compact = folder.resolve("responses.sux");
        try (TraceWriter lineWriter = TraceWriter.create(lines);
                CompactWriter compactWriter = CompactWriter.create(compact)) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(1);
            for (int r = 0; r < responses; r++) {
                ResponseTrace trace = response(r, random, text);
                lineWriter.write(trace);
                compactWriter.write(trace);
            }
        }
        long tokens = (long) responses * TOKENS;
        System.out.printf(
                Locale.ROOT,
                "%s: %d responses of %d tokens; bytes a token: lines %.2f, compact %.2f%n",
                what,
                responses,
                TOKENS,
                (double) lines.toFile().length() / tokens,
                (double) compact.toFile().length() / tokens);
        time("read lines", tokens, () -> TraceReader.forEachResponse(lines, trace -> {}));
        time("read compact", tokens, () -> TraceReader.forEachResponse(compact, trace -> {}));
        time("analyse lines", tokens, () -> analyse(lines));
        time("analyse compact", tokens, () -> analyse(compact));
    }

    private static void analyse(Path file) {
        RunAnalysis.analyze(file, AnalysisOptions.DEFAULTS, response -> {});
    }

    /** The best of some rounds: the first ones are the compiler's. */
    private static void time(String what, long tokens, Runnable work) {
        long thread = Long.MAX_VALUE;
        long process = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long threadStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long processStart = processNanos();
            work.run();
            thread = Math.min(thread, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadStart);
            process = Math.min(process, processNanos() - processStart);
        }
        System.out.printf(
                Locale.ROOT,
                "  %-16s %6.2f million tokens a second of its thread's CPU, %6.2f of the process's%n",
                what,
                tokens * 1e3 / thread,
                tokens * 1e3 / process);
        System.out.flush();
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static ResponseTrace response(int r, RandomGenerator random, Optional<String> text) {
        long start = r * 2_000_000L;
        Chunks.Builder chunks = Chunks.builder(TOKENS);
        long time = start + 100_000_000;
        int written = 0;
        for (int i = 0; i < TOKENS; i++) {
            time += 25_000_000 + random.nextInt(200_000);
            int characters = 3 + random.nextInt(4);
            chunks.add(time, characters, 228 + random.nextInt(6));
            written += characters;
        }
        int length = written;
        ResponseTrace.Builder trace = ResponseTrace.builder("load-" + r)
                .arm(r % 2 == 0 ? "a" : "b")
                .intendedNanos(start)
                .sentNanos(start)
                .firstByteNanos(start + 100_000_000)
                .endNanos(time + 100_000)
                .chunks(chunks.build());
        text.ifPresent(unit -> trace.text(repeated(unit, length)));
        return trace.build();
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }
}
