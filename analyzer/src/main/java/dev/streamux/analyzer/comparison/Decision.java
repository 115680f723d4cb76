package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Estimate;
import java.util.Optional;

/**
 * From intervals to a verdict.
 *
 * <p>Same: the interval of the ratio lies within the relative tolerance or the one of the shift within the absolute
 * one. Faster or slower: not the same, and the interval of the shift excludes zero. Undecided: everything else.
 */
final class Decision {
    private Decision() {}

    static ComparisonVerdict of(Direction direction, Optional<Estimate> ratio, Estimate shift, Tolerance tolerance) {
        if (!(shift.bounds() instanceof Interval interval)) {
            return ComparisonVerdict.UNDECIDED;
        }
        if (isSame(ratio, interval, tolerance)) {
            return ComparisonVerdict.SAME;
        }
        boolean higher = interval.low() > 0;
        boolean lower = interval.high() < 0;
        if (!higher && !lower) {
            return ComparisonVerdict.UNDECIDED;
        }
        boolean better = direction == Direction.HIGHER_IS_BETTER ? higher : lower;
        return better ? ComparisonVerdict.FASTER : ComparisonVerdict.SLOWER;
    }

    private static boolean isSame(Optional<Estimate> ratio, Interval shift, Tolerance tolerance) {
        double most = 1 + tolerance.ratio();
        boolean relative = ratio.flatMap(estimate -> estimate.bounds().interval())
                .filter(interval -> interval.low() >= 1 / most && interval.high() <= most)
                .isPresent();
        return relative || (shift.low() >= -tolerance.absolute() && shift.high() <= tolerance.absolute());
    }
}
