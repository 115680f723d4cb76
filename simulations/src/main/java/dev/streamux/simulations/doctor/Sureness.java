package dev.streamux.simulations.doctor;

import dev.streamux.simulations.diagnosis.DeliveryRules;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import java.util.List;
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

    /** What arrivals alone allow for these findings. */
    static Sureness ofArrivals(List<Finding> findings) {
        boolean ambiguous = findings.stream().map(Finding::kind).anyMatch(Sureness::modelsDoSo);
        return ambiguous
                ? new Sureness(Level.POSSIBLE, "from arrivals alone, and a model that writes in batches looks the same")
                : new Sureness(
                        Level.LIKELY,
                        "from arrivals alone, a model that pauses looks like a proxy that holds what it sent");
    }

    private static boolean modelsDoSo(Kind kind) {
        return kind == Kind.PERIODIC_FLUSH || kind == Kind.UNEXPLAINED || kind == Kind.NO_ANSWER;
    }

    /** What the emission times in the mock's own events allow for these findings. */
    static Sureness ofMarks(List<Finding> findings) {
        boolean unclear = findings.stream()
                .map(Finding::kind)
                .anyMatch(kind -> kind == Kind.UNEXPLAINED || kind == Kind.JITTER || kind == Kind.NO_ANSWER);
        return unclear
                ? new Sureness(Level.POSSIBLE, "late, but not in a way that only one cause explains")
                : new Sureness(Level.SURE, "the two clocks are aligned by the fastest event");
    }

    /** What a measurement against the origin's own times is worth, by p95 of the harness's own delay. */
    static Sureness ofRigLag(double millis) {
        String lag = String.format(Locale.ROOT, "p95 of the harness's own delay was %.1f ms", millis);
        if (millis > DeliveryRules.LARGEST_LAG_MILLIS) {
            return new Sureness(Level.POSSIBLE, lag + ", too much to judge times; endings and departures stand");
        }
        return millis < SURE_BELOW_MILLIS
                ? new Sureness(Level.SURE, lag)
                : new Sureness(Level.LIKELY, lag + ", so differences of a few milliseconds mean nothing");
    }
}
