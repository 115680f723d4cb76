package dev.streamux.simulations.run.pace;

import dev.streamux.simulations.scenario.Load;
import java.util.OptionalInt;

/**
 * The search for the largest level that is good: upwards by a factor until one is bad, then by halves between the two.
 * If the first level is bad, downwards by halves. Pure apart from what it remembers; not thread-safe.
 */
public final class SaturationSearch {
    private static final int NONE = 0;

    private final Load.Saturation load;
    private int level;
    private int good = NONE;
    private int bad = NONE;

    /** A search that starts at the first level. */
    public SaturationSearch(Load.Saturation load) {
        this.load = load;
        this.level = load.from();
    }

    /** The level under test, ≥ 1. */
    public int level() {
        return level;
    }

    /** The largest level found good so far. */
    public OptionalInt largestGood() {
        return good == NONE ? OptionalInt.empty() : OptionalInt.of(good);
    }

    /** The smallest level found bad so far. */
    public OptionalInt smallestBad() {
        return bad == NONE ? OptionalInt.empty() : OptionalInt.of(bad);
    }

    /**
     * Tells what the level under test turned out to be, and moves on.
     *
     * @return the next level; empty if the search is over
     */
    public OptionalInt judged(boolean kept) {
        if (kept) {
            good = Math.max(good, level);
        } else {
            bad = bad == NONE ? level : Math.min(bad, level);
        }
        int next = next();
        if (next == NONE) {
            return OptionalInt.empty();
        }
        level = next;
        return OptionalInt.of(next);
    }

    private int next() {
        if (bad == NONE) {
            int higher = Math.max(level + 1, (int) Math.round(level * load.factor()));
            return level >= load.to() ? NONE : Math.min(load.to(), higher);
        }
        if (bad - good <= Math.max(1, (int) (good * load.precision()))) {
            return NONE;
        }
        return (good + bad) / 2;
    }
}
