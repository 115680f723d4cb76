package dev.streamux.simulations.arrival;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/** The starts of an open model: requests come at times that do not depend on the replies. */
public sealed interface Arrival permits StagedArrival, ReplayedArrival {

    /**
     * A fresh walk over the starts.
     *
     * @param random decides the gaps; the same generator state gives the same walk
     * @return nanoseconds from the start of the load, ≥ 0, strictly increasing, finite, all below {@link #duration()}
     */
    PrimitiveIterator.OfLong starts(RandomGenerator random);

    /** How long the schedule lasts: every start lies before its end. */
    Duration duration();
}
