package dev.streamux.simulations.scenario.read;

import java.time.Duration;
import java.util.Optional;

/**
 * What a command line puts in the place of a scenario's own words.
 *
 * @param seed in the place of {@code seed}
 * @param measure in the place of {@code phases.measure}, &gt; 0
 */
public record Changes(Optional<Long> seed, Optional<Duration> measure) {
    /** The scenario as it is written. */
    public static final Changes NONE = new Changes(Optional.empty(), Optional.empty());

    public Changes {
        if (measure.filter(length -> length.isNegative() || length.isZero()).isPresent()) {
            throw new IllegalArgumentException("measure is " + measure.get() + "; it must be > 0");
        }
    }
}
