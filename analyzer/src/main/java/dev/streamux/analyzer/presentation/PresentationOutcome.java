package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.flow.Stalls;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.ReadingSpeed;
import java.util.List;

/**
 * What one answer is like under one policy; times in milliseconds.
 *
 * @param policy the policy's id
 * @param firstVisible wait for the first text
 * @param readerWait reader wait, or that of a listener at the speed of speech
 * @param speedIndex Text Speed Index
 * @param churn rendered characters taken back, over the characters of the answer
 * @param freezes gaps above the stall threshold
 * @param longestGap the longest gap
 * @param uiCost the wait less the wait of the same reader if each piece were shown on arrival
 */
public record PresentationOutcome(
        String policy,
        double firstVisible,
        double readerWait,
        double speedIndex,
        double churn,
        int freezes,
        double longestGap,
        double uiCost) {

    /** Every policy, from the plainest to the most careful. */
    public static final List<PresentationPolicy> POLICIES = List.of(
            new PerToken(),
            new PerFrame(),
            new WordSmoothing(),
            new PacedTypewriter(),
            new HealedTail(),
            new CompletedBlocks(),
            new SpokenSentences(),
            new SpokenAtEnd());

    /** The outcome of one policy. */
    public static PresentationOutcome of(PresentationPolicy policy, Arrivals arrivals, MetricOptions options) {
        ReadingSpeed speed = policy.speed(options.readingSpeed());
        Shown shown = policy.show(arrivals);
        Reading seen = Reading.of(shown.curve(), speed, options.targetNanos());
        Reading arrived = Reading.of(arrivals.curve(), speed, options.targetNanos());
        return new PresentationOutcome(
                policy.id(),
                shown.curve().firstNanos() / 1e6,
                seen.waitNanos() / 1e6,
                seen.speedIndexNanos() / 1e6,
                (double) shown.takenBack() / arrivals.curve().characters(),
                Stalls.of(shown.curve(), options.stallNanos()).count(),
                Stalls.longestGapNanos(shown.curve()) / 1e6,
                (seen.waitNanos() - arrived.waitNanos()) / 1e6);
    }
}
