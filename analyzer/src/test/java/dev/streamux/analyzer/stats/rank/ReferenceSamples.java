package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;
import java.util.stream.IntStream;

/** Samples that several tests share. */
final class ReferenceSamples {
    /** 100, 110, …, 190. */
    static final Sample X =
            Sample.of(IntStream.range(0, 10).mapToDouble(i -> 100 + 10 * i).toArray());
    /** 125, 135, …, 215. */
    static final Sample Y =
            Sample.of(IntStream.range(0, 10).mapToDouble(i -> 125 + 10 * i).toArray());

    private ReferenceSamples() {}
}
