package dev.streamux.analyzer.perception.rating;

import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a {@link SlowShareModel} of real ratings needs to know of them; made by {@code streamux calibrate --out}.
 *
 * @param curve the fitted curve, without a floor
 * @param uncertainty of its constants
 * @param ratings how many ratings it rests on, ≥ 1
 * @param raters how many people gave them, from 1 to {@code ratings}; empty if each rating is taken to be by somebody else
 * @param lowestWaitSeconds the lowest wait that was rated, > 0
 * @param highestWaitSeconds the highest, above the lowest; beyond the two the curve extrapolates
 * @param fit how well it fits; empty where the ratings could not test it
 */
public record Calibration(
        LogLogistic curve,
        Uncertainty uncertainty,
        long ratings,
        OptionalInt raters,
        double lowestWaitSeconds,
        double highestWaitSeconds,
        Optional<GoodnessOfFit> fit) {
    public Calibration {
        if (ratings < 1) {
            throw new IllegalArgumentException("ratings is " + ratings + "; it must be >= 1");
        }
        if (raters.isPresent() && (raters.getAsInt() < 1 || raters.getAsInt() > ratings)) {
            throw new IllegalArgumentException(
                    "raters is " + raters.getAsInt() + "; it must be from 1 to the " + ratings + " ratings");
        }
        if (!(lowestWaitSeconds > 0 && highestWaitSeconds > lowestWaitSeconds)) {
            throw new IllegalArgumentException("the waits are from " + lowestWaitSeconds + " to " + highestWaitSeconds
                    + " s; they must be > 0 and rise");
        }
    }

    /** The calibration that these ratings gave. */
    public static Calibration of(Recalibration fitted) {
        return new Calibration(
                fitted.curve(),
                fitted.uncertainty(),
                fitted.ratings(),
                fitted.byRater().map(by -> OptionalInt.of(by.raters())).orElse(OptionalInt.empty()),
                fitted.lowestWaitSeconds(),
                fitted.highestWaitSeconds(),
                fitted.fit());
    }

    /** What the curve says of the lowest and the highest wait; other forms are drawn through these two. */
    public Facts ends() {
        return new Facts(
                highestWaitSeconds, curve.share(highestWaitSeconds), lowestWaitSeconds, curve.share(lowestWaitSeconds));
    }
}
