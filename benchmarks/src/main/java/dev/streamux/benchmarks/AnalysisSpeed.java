package dev.streamux.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.file.CompactWriter;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    private static final String WORDS = "the answer **comes** as it is `written`, word by word, and nobody waits for its end. ";

    private AnalysisSpeed() {}

    /** Arguments: responses without text, responses with text; 200 tokens each. */
    public static void main(String[] args) throws IOException {
        int responses = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int texts = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        Path folder = Files.createTempDirectory("analysis-speed");
        try {
            measure("no text", folder, responses, false);
            measure("Markdown text", folder, texts, true);
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

    private static void measure(String what, Path folder, int responses, boolean withText) {
        Path lines = folder.resolve("responses.jsonl");
        Path compact = folder.resolve("responses.sux");
        try (TraceWriter lineWriter = TraceWriter.create(lines);
                CompactWriter compactWriter = CompactWriter.create(compact)) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
            for (int r = 0; r < responses; r++) {
                ResponseTrace trace = response(r, random, withText);
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
            thread = Math.min(
                    thread, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadStart);
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

    private static ResponseTrace response(int r, RandomGenerator random, boolean withText) {
        long start = r * 2_000_000L;
        Chunks.Builder chunks = Chunks.builder(TOKENS);
        long time = start + 100_000_000;
        int length = 0;
        for (int i = 0; i < TOKENS; i++) {
            time += 25_000_000 + random.nextInt(200_000);
            int characters = 3 + random.nextInt(4);
            chunks.add(time, characters, 228 + random.nextInt(6));
            length += characters;
        }
        ResponseTrace.Builder trace = ResponseTrace.builder("load-" + r)
                .arm(r % 2 == 0 ? "a" : "b")
                .intendedNanos(start)
                .sentNanos(start)
                .firstByteNanos(start + 100_000_000)
                .endNanos(time + 100_000)
                .chunks(chunks.build());
        return withText ? trace.text(text(length)).build() : trace.build();
    }

    /** Paragraphs of five sentences, with bold words and code in each. */
    private static String text(int length) {
        String paragraph = WORDS.repeat(5).strip() + "\n\n";
        return paragraph.repeat(length / paragraph.length() + 1).substring(0, length);
    }
}
