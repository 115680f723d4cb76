package dev.streamux.simulations.doctor;

import java.util.Locale;

/**
 * How much a verdict is worth.
 *
 * @param level the short answer
 * @param reason why not more, or not less, in one phrase
 */
public record Sureness(Level level, String reason) {
    /** On loopback the thresholds of the rules hold up to this lag of the rig. */
    private static final double SURE_BELOW_MILLIS = 2;

    /** What arrivals alone allow. */
    static final Sureness INFERRED = new Sureness(
            Level.LIKELY, "from arrivals alone, a model that pauses looks like a proxy that holds what it sent");

    /** The short answer. */
    public enum Level {
        /** The figures leave no other reading. */
        SURE,
        /** Another reading is possible, but not likely. */
        LIKELY,
        /** One reading of several. */
        POSSIBLE;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a measurement against the origin's own times is worth, by p95 of the harness's own delay. */
    static Sureness ofRigLag(double millis) {
        String lag = String.format(Locale.ROOT, "p95 of the harness's own delay was %.1f ms", millis);
        return millis < SURE_BELOW_MILLIS
                ? new Sureness(Level.SURE, lag)
                : new Sureness(Level.LIKELY, lag + ", so differences of a few milliseconds mean nothing");
    }
}
