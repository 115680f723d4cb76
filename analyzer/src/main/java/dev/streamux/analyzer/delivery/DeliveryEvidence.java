package dev.streamux.analyzer.delivery;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.flow.Bursts;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;

/**
 * What speaks for one way of delivery or another, of one response.
 *
 * <p>A burst is a run of chunks each of which follows the one before within {@link #JOIN_NANOS}, or within a third of
 * the mean gap where the model is faster than that.
 *
 * @param largestBurstShare the largest share of the text within 100 ms, or 5 % of the response where that is longer
 * @param firstTextShare the wait for the first text as a share of the wait for the last, from the sending; 1 if all
 *     came at once
 * @param bursts how many distinct arrivals there were, ≥ 1
 * @param chunks how many chunks of text there were, ≥ 1
 * @param aloneShare the share of the text that came in bursts of a single chunk
 * @param bytesPerBurst mean bytes on the wire of a burst
 * @param millisBetweenBursts mean time from burst to burst; 0 for a single one
 * @param quickGapShare the share of gaps between chunks below 5 ms; 1 for a single chunk
 */
public record DeliveryEvidence(
        double largestBurstShare,
        double firstTextShare,
        int bursts,
        int chunks,
        double aloneShare,
        double bytesPerBurst,
        double millisBetweenBursts,
        double quickGapShare) {

    /** Arrivals closer than this belong to one burst: 6 ms, several times a loopback's lag and far below a token's time. */
    public static final long JOIN_NANOS = 6_000_000L;

    private static final long QUICK_NANOS = 5_000_000L;
    private static final long WINDOW_NANOS = 100_000_000L;

    /**
     * The evidence of one response.
     *
     * @param curve its arrivals, not empty
     */
    public static DeliveryEvidence of(ResponseTrace trace, TextCurve curve) {
        Chunks chunks = trace.chunks();
        BurstCounter counter = new BurstCounter(chunks);
        double first = curve.firstNanos() + trace.intendedNanos() - trace.sentNanos();
        double last = curve.lastNanos() + trace.intendedNanos() - trace.sentNanos();
        long window = Math.max(WINDOW_NANOS, (long) (last / 20));
        double burstSpan = counter.bursts() < 2 ? 0 : counter.burstSpanNanos() / 1e6 / (counter.bursts() - 1);
        return new DeliveryEvidence(
                Bursts.largestShare(curve, window),
                last > 0 ? first / last : 1,
                counter.bursts(),
                counter.chunks(),
                (double) counter.aloneCharacters() / curve.characters(),
                (double) counter.bytes() / counter.bursts(),
                burstSpan,
                counter.quickGapShare(QUICK_NANOS));
    }

    /**
     * The verdict.
     *
     * <p>Buffered: nine tenths of the text within the window, the first of it after four fifths of the wait, and no
     * visible pace inside it (most gaps below 5 ms). Coalesced: less than half of the text came in chunks of its
     * own, or a quarter of a text of ten chunks and more came within the window. Streamed: everything else.
     */
    public DeliveryKind kind() {
        if (largestBurstShare >= 0.9 && firstTextShare >= 0.8 && quickGapShare > 0.5) {
            return DeliveryKind.BUFFERED;
        }
        boolean lump = chunks >= 10 && largestBurstShare >= 0.25 && bursts < chunks;
        return aloneShare < 0.5 || lump ? DeliveryKind.COALESCED : DeliveryKind.STREAMED;
    }
}
