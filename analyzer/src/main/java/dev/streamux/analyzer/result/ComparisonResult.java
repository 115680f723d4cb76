package dev.streamux.analyzer.result;

import dev.streamux.analyzer.stats.Bounds;

/**
 * One metric of two arms.
 *
 * @param baseline the arm to compare with
 * @param candidate the arm in question
 * @param metric the metric's id
 * @param paired whether answers were paired by seed and round
 * @param n values of the candidate, or pairs
 * @param ratio Hodges–Lehmann ratio, candidate by baseline; NaN-free: 1 if it cannot be told, see {@code ratioInterval}
 * @param ratioInterval its interval, or why there is none
 * @param shift Hodges–Lehmann shift in the metric's unit, candidate less baseline
 * @param shiftInterval its interval, or why there is none
 * @param cliffsDelta in [−1, 1]; positive if the candidate's values are larger
 * @param verdict {@code faster}, {@code slower}, {@code same}, {@code undecided} or {@code incomparable}, or {@code better} and {@code worse}
 *     for a metric that is no time
 * @param sentence the finding in plain words
 */
public record ComparisonResult(
        String baseline,
        String candidate,
        String metric,
        boolean paired,
        long n,
        double ratio,
        Bounds ratioInterval,
        double shift,
        Bounds shiftInterval,
        double cliffsDelta,
        String verdict,
        String sentence) {}
