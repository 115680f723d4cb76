package dev.streamux.analyzer;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;

/** The five canonical traces: 200 tokens of 4 characters; the time of token i = 1..200 in milliseconds. */
public enum ReferenceTraces {
    /** 40 tokens a second after 100 ms. */
    T1_STREAMED,
    /** All at the end. */
    T2_BUFFERED,
    /** In lumps of ten. */
    T3_COALESCED,
    /** 8 s of silence after token 20. */
    T4_STALL,
    /** 4 tokens a second. */
    T5_SLOW;

    private long millisOfToken(long i) {
        return switch (this) {
            case T1_STREAMED -> 100 + 25 * i;
            case T2_BUFFERED -> 5100;
            case T3_COALESCED -> 100 + 25 * (10 * ((i + 9) / 10));
            case T4_STALL -> 100 + 25 * i + (i > 20 ? 8000 : 0);
            case T5_SLOW -> 100 + 250 * i;
        };
    }

    /** The trace; intended and sent at 7 s on the run's clock, so that an origin of 0 would show. */
    public ResponseTrace trace() {
        long origin = 7_000_000_000L;
        Chunks.Builder chunks = Chunks.builder();
        for (int i = 1; i <= 200; i++) {
            chunks.add(origin + millisOfToken(i) * 1_000_000, 4, 230);
        }
        return ResponseTrace.builder(name())
                .arm(name())
                .intendedNanos(origin)
                .sentNanos(origin)
                .chunks(chunks.build())
                .endNanos(origin + millisOfToken(200) * 1_000_000)
                .build();
    }
}
