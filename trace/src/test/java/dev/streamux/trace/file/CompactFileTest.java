package dev.streamux.trace.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactFileTest {
    private static final long SEED = 11;

    @TempDir
    private Path folder;

    private static ResponseTrace trace(int number, RandomGenerator random) {
        Chunks.Builder chunks = Chunks.builder();
        long time = 1_000_000_000L * number + 100_000_000;
        int count = random.nextInt(60);
        int characters = 0;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(5) == 0 ? 0 : random.nextLong(50_000_000);
            int added = random.nextInt(8) == 0 ? random.nextInt(5000) : random.nextInt(12);
            chunks.add(time, added, added + random.nextInt(400));
            characters += added;
        }
        ResponseTrace.Builder builder = ResponseTrace.builder("r-" + number)
                .arm("arm " + random.nextInt(3))
                .intendedNanos(1_000_000_000L * number)
                .sentNanos(1_000_000_000L * number + random.nextInt(1000))
                .endNanos(time + 5)
                .outcome(List.of(Outcome.values()).get(random.nextInt(Outcome.values().length)))
                .status(random.nextInt(600))
                .chunks(chunks.build());
        if (random.nextBoolean()) {
            builder.text("\u4f60".repeat(characters)).usage(new Usage(3, count)).headersNanos(time - 7);
        }
        if (random.nextBoolean()) {
            builder.error("cut")
                    .firstByteNanos(time)
                    .reasoning("hm \ud83e\udd14")
                    .attribute("seed", "7");
            builder.reasoningChunks(Chunks.builder().add(time, 4, 90).build());
        }
        return builder.build();
    }

    private Path write(String name, List<ResponseTrace> traces) {
        Path file = folder.resolve(name);
        try (CompactWriter writer = CompactWriter.create(file)) {
            traces.forEach(writer::write);
        }
        return file;
    }

    private static List<ResponseTrace> traces(int from, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + from);
        List<ResponseTrace> traces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            traces.add(trace(from + i, random));
        }
        return traces;
    }

    private Path concatenated(Path first, int keptBytes, Path second) throws IOException {
        byte[] head = java.util.Arrays.copyOf(Files.readAllBytes(first), keptBytes);
        Path both = folder.resolve("both.sux");
        Files.write(both, head);
        Files.write(both, Files.readAllBytes(second), java.nio.file.StandardOpenOption.APPEND);
        return both;
    }

    @Test
    void readingIsTheInverseOfWriting() {
        List<ResponseTrace> traces = traces(0, 500);
        assertThat(TraceReader.responses(write("a.sux", traces)))
                .as("seed %d", SEED)
                .isEqualTo(traces);
    }

    @Test
    void filesMergeByConcatenation() throws IOException {
        Path first = write("a.sux", traces(0, 20));
        Path second = write("b.sux", traces(100, 20));
        List<ResponseTrace> expected = new ArrayList<>(traces(0, 20));
        expected.addAll(traces(100, 20));
        assertThat(TraceReader.responses(concatenated(first, (int) Files.size(first), second)))
                .isEqualTo(expected);
    }

    @Test
    void aTornTailLosesOneBlockWhereverItIsCut() throws IOException {
        Path whole = write("a.sux", traces(0, 3));
        int beforeLast = (int) Files.size(write("b.sux", traces(0, 2)));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = beforeLast + 1; length < bytes.length; length++) {
            Path torn = folder.resolve("torn.sux");
            Files.write(torn, java.util.Arrays.copyOf(bytes, length));
            List<ResponseTrace> read = new ArrayList<>();
            assertThat(TraceReader.forEachResponse(torn, read::add))
                    .as("cut at %d", length)
                    .isOne();
            assertThat(read).isEqualTo(traces(0, 2));
        }
    }

    @Test
    void aTornTailInTheMiddleOfAMergedFileLosesOneBlock() throws IOException {
        Path first = write("a.sux", traces(0, 3));
        Path second = write("b.sux", traces(100, 4));
        List<ResponseTrace> read = new ArrayList<>();
        Path both = concatenated(first, (int) Files.size(first) - 9, second);
        assertThat(TraceReader.forEachResponse(both, read::add)).isOne();
        List<ResponseTrace> expected = new ArrayList<>(traces(0, 3).subList(0, 2));
        expected.addAll(traces(100, 4));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void aChangedByteIsToldWithItsPlace() throws IOException {
        Path file = write("a.sux", traces(0, 3));
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TraceReader.responses(file))
                .isInstanceOf(TraceFormatException.class)
                .hasMessageContaining("a.sux: byte 8: the block is damaged");
    }

    @Test
    void anEvenStreamTakesFourToFiveBytesAToken() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<ResponseTrace> traces = new ArrayList<>();
        for (int r = 0; r < 100; r++) {
            Chunks.Builder chunks = Chunks.builder();
            for (int i = 1; i <= 200; i++) {
                long jitter = (long) (random.nextGaussian() * 100_000);
                chunks.add(100_000_000L + 25_000_000L * i + jitter, 3 + random.nextInt(4), 230 + random.nextInt(3));
            }
            traces.add(ResponseTrace.builder("direct-" + r)
                    .endNanos(6_000_000_000L)
                    .chunks(chunks.build())
                    .build());
        }
        assertThat(Files.size(write("even.sux", traces)) / 20_000.0).isBetween(3.0, 5.0);
    }
}
