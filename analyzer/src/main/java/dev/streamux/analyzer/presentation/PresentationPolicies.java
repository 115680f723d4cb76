package dev.streamux.analyzer.presentation;

import java.util.List;

/** Every policy there is. */
public final class PresentationPolicies {
    /** From the plainest to the most careful. */
    public static final List<PresentationPolicy> ALL = List.of(
            new PerToken(),
            new PerFrame(),
            new WordSmoothing(),
            new PacedTypewriter(),
            new HealedTail(),
            new CompletedBlocks(),
            new SpokenSentences(),
            new SpokenAtEnd());

    private PresentationPolicies() {}
}
