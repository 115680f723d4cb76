package dev.streamux.analyzer.delivery;

import dev.streamux.trace.Chunks;

/** Groups the chunks of a response into bursts, in one pass. Chunks without text are passed over. */
final class BurstCounter {
    private final long[] times;
    private int chunks;
    private int bursts;
    private long aloneCharacters;
    private long bytes;
    private long firstBurstNanos;
    private long lastBurstNanos;

    BurstCounter(Chunks source) {
        times = new long[source.size()];
        for (int i = 0; i < source.size(); i++) {
            if (source.characters(i) > 0) {
                times[chunks++] = source.timeNanos(i);
            }
        }
        group(source, joinNanos());
    }

    private long joinNanos() {
        if (chunks < 2) {
            return 0;
        }
        long meanGap = (times[chunks - 1] - times[0]) / (chunks - 1);
        return Math.min(DeliveryEvidence.JOIN_NANOS, meanGap / 3);
    }

    private void group(Chunks source, long join) {
        int members = 0;
        long characters = 0;
        long previous = 0;
        for (int i = 0; i < source.size(); i++) {
            if (source.characters(i) == 0) {
                continue;
            }
            long time = source.timeNanos(i);
            if (bursts == 0 || time - previous > join) {
                aloneCharacters += members == 1 ? characters : 0;
                firstBurstNanos = bursts == 0 ? time : firstBurstNanos;
                lastBurstNanos = time;
                bursts++;
                members = 0;
                characters = 0;
            }
            members++;
            characters += source.characters(i);
            bytes += source.bytes(i);
            previous = time;
        }
        aloneCharacters += members == 1 ? characters : 0;
    }

    int chunks() {
        return chunks;
    }

    int bursts() {
        return bursts;
    }

    long aloneCharacters() {
        return aloneCharacters;
    }

    long bytes() {
        return bytes;
    }

    /** From the start of the first burst to the start of the last. */
    long burstSpanNanos() {
        return lastBurstNanos - firstBurstNanos;
    }

    /** The share of gaps shorter than {@code limitNanos}; 1 without a gap. */
    double quickGapShare(long limitNanos) {
        if (chunks < 2) {
            return 1;
        }
        int quick = 0;
        for (int i = 1; i < chunks; i++) {
            quick += times[i] - times[i - 1] < limitNanos ? 1 : 0;
        }
        return (double) quick / (chunks - 1);
    }
}
