package dev.streamux.analyzer.metric;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded random responses: bursts, stalls, equal times, chunks without text. */
final class RandomTraces {
    static final long MILLI = 1_000_000L;

    private static final String TEXT = "The **answer** has words. It has `code` too.\n\nAnd *more* of them: ";

    private RandomTraces() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static ResponseTrace trace(RandomGenerator random) {
        int chunks = 1 + random.nextInt(40);
        long time = random.nextLong(3000 * MILLI);
        Chunks.Builder builder = Chunks.builder();
        for (int i = 0; i < chunks; i++) {
            time += gap(random);
            // The last chunk always has text, so that there is some.
            builder.add(time, i == chunks - 1 ? 1 + random.nextInt(9) : random.nextInt(10), 100);
        }
        return of(builder.build());
    }

    private static long gap(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(2000 * MILLI);
            default -> random.nextLong(100 * MILLI);
        };
    }

    static ResponseTrace of(Chunks chunks) {
        return ResponseTrace.builder("random")
                .chunks(chunks)
                .endNanos(chunks.timeNanos(chunks.size() - 1))
                .build();
    }

    /** The same trace with a text of its length: words, sentences, blocks and marks. */
    static ResponseTrace withText(ResponseTrace trace) {
        int length = Math.toIntExact(trace.chunks().totalCharacters());
        return trace.toBuilder()
                .text(TEXT.repeat(length / TEXT.length() + 1).substring(0, length))
                .build();
    }

    /** The same text, every chunk as late or later, in order. */
    static ResponseTrace delayed(ResponseTrace trace, RandomGenerator random) {
        Chunks.Builder builder = Chunks.builder();
        long held = 0;
        Chunks chunks = trace.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            long delay = random.nextInt(3) == 0 ? random.nextLong(1500 * MILLI) : 0;
            held = Math.max(held, chunks.timeNanos(i) + delay);
            builder.add(held, chunks.characters(i), chunks.bytes(i));
        }
        return of(builder.build());
    }

    /** The same text, every chunk cut in pieces of equal time. */
    static ResponseTrace split(ResponseTrace trace, RandomGenerator random) {
        Chunks.Builder builder = Chunks.builder();
        Chunks chunks = trace.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            int left = chunks.characters(i);
            while (left > 0) {
                int piece = 1 + random.nextInt(left);
                builder.add(chunks.timeNanos(i), piece, 50);
                left -= piece;
            }
        }
        return of(builder.build());
    }

    /** The same text, every time multiplied. */
    static ResponseTrace scaled(ResponseTrace trace, int factor) {
        Chunks.Builder builder = Chunks.builder();
        Chunks chunks = trace.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            builder.add(chunks.timeNanos(i) * factor, chunks.characters(i), chunks.bytes(i));
        }
        return of(builder.build());
    }
}
