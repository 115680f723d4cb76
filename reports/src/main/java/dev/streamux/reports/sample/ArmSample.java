package dev.streamux.reports.sample;

import java.util.List;
import java.util.Optional;

/**
 * What the pictures show of one arm. Only responses of the phase {@code measure} are in it.
 *
 * @param arm its name
 * @param typical the complete response whose reader wait is the median, or is nearest to it among those to the question
 *     that all arms share; without one, the first that failed
 * @param worst the complete response with the longest reader wait; without one, the same as {@code typical}
 * @param visible the mean share of visible text over complete responses
 * @param firstTextMillis time to first visible text of complete responses, sorted
 * @param readerWaitMillis reader wait of complete responses, sorted
 * @param gapMillis quantiles of the pooled gaps between chunks of complete responses, sorted; at most 2,000 values
 * @param rows some responses with text, from the earliest first text to the latest
 * @param starts when each response started and how it went, in order of start; thinned for long runs
 */
public record ArmSample(
        String arm,
        Optional<Specimen> typical,
        Optional<Specimen> worst,
        ShareCurve visible,
        List<Double> firstTextMillis,
        List<Double> readerWaitMillis,
        List<Double> gapMillis,
        List<Specimen> rows,
        List<Start> starts) {
    public ArmSample {
        firstTextMillis = List.copyOf(firstTextMillis);
        readerWaitMillis = List.copyOf(readerWaitMillis);
        gapMillis = List.copyOf(gapMillis);
        rows = List.copyOf(rows);
        starts = List.copyOf(starts);
    }

    /** The same sample under another name. */
    public ArmSample named(String name) {
        return new ArmSample(name, typical, worst, visible, firstTextMillis, readerWaitMillis, gapMillis, rows, starts);
    }

    /**
     * One response as a point in the run.
     *
     * @param startMillis the intended start, from run start
     * @param endMillis the end, from run start
     * @param firstTextMillis from the intended start; negative if no text came
     * @param complete whether it completed
     * @param level how many users there were at a time; 0 if the run did not note it
     */
    public record Start(double startMillis, double endMillis, double firstTextMillis, boolean complete, int level) {}
}
