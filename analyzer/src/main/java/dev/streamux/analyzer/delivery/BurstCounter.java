package dev.streamux.analyzer.delivery;

import dev.streamux.trace.Chunks;
import java.util.Arrays;

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

    long medianGapNanos() {
        if (chunks < 2) {
            return 0;
        }
        long[] gaps = new long[chunks - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }
}
