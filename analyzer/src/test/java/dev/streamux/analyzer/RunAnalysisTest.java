package dev.streamux.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.result.ResultWriter;
import dev.streamux.analyzer.run.PerResponseCsv;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import dev.streamux.trace.file.CompactWriter;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same traces give the same bytes, in whatever form they are stored. */
class RunAnalysisTest {
    private static final long MILLI = 1_000_000;
    private static final String TEXT = "# Head\n\nSome **bold** text, and a [link](http://a.b).\n\n- one\n- two\n\n";

    @TempDir
    private Path folder;

    @Test
    void analysedTwiceTheResultHasTheSameBytes() throws IOException {
        RunDirectory run = run();
        byte[] first = analyse(run, folder.resolve("first.json"));
        byte[] second = analyse(run, folder.resolve("second.json"));
        assertThat(second).isEqualTo(first);
        assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8))
                .contains("presentations", "gainFromStreaming", "comparisons", "mock-lateness-p50-ms");
    }

    @Test
    void linesAndTheCompactFormGiveTheSameBytes() throws IOException {
        RunDirectory lines = run();
        byte[] fromLines = analyse(lines, folder.resolve("lines.json"));
        String csvOfLines = csv(lines.responses());
        try (CompactWriter writer = CompactWriter.create(lines.compactResponses())) {
            TraceReader.forEachResponse(lines.responses(), writer::write);
        }
        Files.delete(lines.responses());
        assertThat(analyse(lines, folder.resolve("compact.json"))).isEqualTo(fromLines);
        assertThat(csv(lines.compactResponses())).isEqualTo(csvOfLines);
    }

    private static byte[] analyse(RunDirectory run, Path target) throws IOException {
        ResultWriter.write(RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS), target);
        return Files.readAllBytes(target);
    }

    private static String csv(Path file) {
        StringWriter rows = new StringWriter();
        try (PerResponseCsv csv = PerResponseCsv.to(rows)) {
            RunAnalysis.analyze(file, AnalysisOptions.DEFAULTS, csv::add);
        }
        return rows.toString();
    }

    /** Two arms of 60 answers with text, seeds, usage, reasoning, a few of them cut, rejected or without text. */
    private RunDirectory run() throws IOException {
        RunDirectory run = RunDirectory.create(Files.createTempDirectory(folder, "run"));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        try (TraceWriter responses = TraceWriter.create(run.responses());
                TraceWriter emissions = TraceWriter.create(run.emissions())) {
            for (int i = 0; i < 120; i++) {
                ResponseTrace response = response(i, random);
                responses.write(response);
                Chunks sent = response.chunks().shiftedBy(-MILLI / 2);
                long[] planned = new long[sent.size()];
                for (int k = 0; k < planned.length; k++) {
                    planned[k] = sent.timeNanos(k) - 1000L * k;
                }
                emissions.write(new EmissionTrace(
                        response.toBuilder().chunks(sent).build(),
                        EmissionTrace.Times.of(planned),
                        EmissionTrace.Times.NONE));
            }
        }
        return run;
    }

    private static ResponseTrace response(int i, RandomGenerator random) {
        long start = i * 100L * MILLI;
        Outcome outcome = i % 20 == 7 ? Outcome.TRUNCATED : i % 20 == 13 ? Outcome.REJECTED : Outcome.COMPLETE;
        String text = outcome == Outcome.REJECTED ? "" : TEXT.repeat(1 + random.nextInt(3));
        Chunks.Builder chunks = Chunks.builder();
        long time = start + (100 + random.nextInt(50)) * MILLI;
        for (int from = 0; from < text.length(); from += 5) {
            chunks.add(time, Math.min(5, text.length() - from), 180);
            time += random.nextInt(60) * MILLI + random.nextInt(1000);
        }
        ResponseTrace.Builder trace = ResponseTrace.builder("r" + i)
                .arm(i % 2 == 0 ? "a" : "b")
                .attribute("seed", Integer.toString(i / 2))
                .attribute("round", Integer.toString(i / 20))
                .intendedNanos(start)
                .sentNanos(start + 1000)
                .endNanos(time)
                .outcome(outcome)
                .text(i % 20 == 17 ? null : text)
                .chunks(chunks.build());
        if (i % 3 == 0) {
            trace.usage(new Usage(5, 40));
        }
        if (i % 5 == 0) {
            trace.reasoning("Hm")
                    .reasoningChunks(
                            Chunks.builder().add(start + 50 * MILLI, 2, 90).build());
        }
        if (outcome != Outcome.COMPLETE) {
            trace.error("cut on purpose");
        }
        return trace.build();
    }
}
