package dev.streamux.reports.finding;

import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Sentence;
import java.util.Comparator;
import java.util.List;

/** The one sentence that two runs come down to. */
public final class ChangeHeadline {
    private static final String METRIC = "reader-wait";

    private ChangeHeadline() {}

    /** The sentence; arms are untrusted text, to be escaped where it is shown. */
    public static String of(List<ComparisonResult> comparisons) {
        List<ComparisonResult> waits =
                comparisons.stream().filter(one -> one.metric().equals(METRIC)).toList();
        List<ComparisonResult> slower = with(waits, "slower");
        List<ComparisonResult> faster = with(waits, "faster");
        if (!slower.isEmpty()) {
            return "Readers wait longer than before in " + arms(slower) + ": " + change(slower) + " more in the median."
                    + (faster.isEmpty() ? "" : " They wait less in " + arms(faster) + ".");
        }
        if (!faster.isEmpty()) {
            return "Readers wait less than before in " + arms(faster) + ": " + change(faster) + " less in the median.";
        }
        boolean same =
                !waits.isEmpty() && waits.stream().allMatch(one -> one.verdict().equals("same"));
        return same
                ? "Readers wait as long as before in every arm."
                : "These two runs cannot tell whether readers wait longer than before: too few answers or too much noise.";
    }

    private static List<ComparisonResult> with(List<ComparisonResult> waits, String verdict) {
        return waits.stream().filter(one -> one.verdict().equals(verdict)).toList();
    }

    private static String arms(List<ComparisonResult> comparisons) {
        return Sentence.names(
                comparisons.stream().map(ComparisonResult::candidate).toList());
    }

    private static String change(List<ComparisonResult> comparisons) {
        List<Double> sizes = comparisons.stream()
                .map(one -> Math.abs(one.shift()))
                .sorted(Comparator.naturalOrder())
                .toList();
        String low = Amounts.time(sizes.get(0));
        String high = Amounts.time(sizes.get(sizes.size() - 1));
        return low.equals(high) ? low : low + " to " + high;
    }
}
