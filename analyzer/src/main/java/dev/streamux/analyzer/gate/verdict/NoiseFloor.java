package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Estimate;

/**
 * The A/A control of one metric: the baseline against itself.
 *
 * @param metric the metric's id
 * @param how what was compared: a control arm, or alternate responses of the baseline
 * @param ratio the ratio that should be 1
 */
public record NoiseFloor(String metric, String how, Estimate ratio) {

    /** How far the control is from 1, as a share; chance included. */
    public double observed() {
        return Math.abs(ratio.value() - 1);
    }

    /** How far it is from 1 beyond chance: the distance to the near end of the interval, 0 if that holds 1. */
    public double proven() {
        if (!(ratio.bounds() instanceof Interval interval)) {
            return 0;
        }
        return Math.max(0, Math.max(interval.low() - 1, 1 - interval.high()));
    }
}
