package dev.streamux.analyzer;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.util.function.IntToLongFunction;

/** The five canonical traces: 200 tokens of 4 characters; the time of token i = 1..200 in milliseconds. */
public enum ReferenceTraces {
    /** 40 tokens a second after 100 ms. */
    T1_STREAMED(i -> 100 + 25L * i),
    /** All at the end. */
    T2_BUFFERED(i -> 5100),
    /** In lumps of ten. */
    T3_COALESCED(i -> 100 + 25L * (10 * ((i + 9) / 10))),
    /** 8 s of silence after token 20. */
    T4_STALL(i -> 100 + 25L * i + (i > 20 ? 8000 : 0)),
    /** 4 tokens a second. */
    T5_SLOW(i -> 100 + 250L * i);

    private final IntToLongFunction millisOfToken;

    ReferenceTraces(IntToLongFunction millisOfToken) {
        this.millisOfToken = millisOfToken;
    }

    /** The trace; intended and sent at 7 s on the run's clock, so that an origin of 0 would show. */
    public ResponseTrace trace() {
        long origin = 7_000_000_000L;
        Chunks.Builder chunks = Chunks.builder();
        for (int i = 1; i <= 200; i++) {
            chunks.add(origin + millisOfToken.applyAsLong(i) * 1_000_000, 4, 230);
        }
        return ResponseTrace.builder(name())
                .arm(name())
                .intendedNanos(origin)
                .sentNanos(origin)
                .chunks(chunks.build())
                .endNanos(origin + millisOfToken.applyAsLong(200) * 1_000_000)
                .build();
    }
}
