package dev.streamux.reports.text;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.words.Amounts;
import java.util.List;

/**
 * The table of a run: a row for each arm, medians over its complete responses.
 *
 * @param headings of the columns
 * @param rows cells as long as {@code headings}; the first of each is the arm's name, which is untrusted text
 */
public record Overview(List<String> headings, List<List<String>> rows) {
    /** The arm, the numbers of the page's table, the verdict. */
    private static final List<String> HEADINGS = List.of(
            "arm",
            "first words",
            "reader wait",
            "Text Speed Index",
            "total",
            "longest gap",
            "modelled slow share",
            "complete",
            "delivery");

    public Overview {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table of this run. */
    public static Overview of(RunResult result) {
        return new Overview(HEADINGS, result.arms().stream().map(Overview::row).toList());
    }

    /** Text that comes all at once has no gaps; a 0 would look like the best of all. */
    private static boolean isBuffered(ArmResult arm) {
        return arm.deliveryVerdict()
                .filter(verdict -> verdict.kind() == DeliveryKind.BUFFERED)
                .isPresent();
    }

    private static List<String> row(ArmResult arm) {
        return List.of(
                arm.name(),
                Amounts.time(arm.statistic("time-to-first-visible-text", "p50")),
                Amounts.time(arm.statistic("reader-wait", "p50")),
                Amounts.time(arm.statistic("text-speed-index", "p50")),
                Amounts.time(arm.statistic("time-to-last-token", "p50")),
                isBuffered(arm) ? Amounts.NONE : Amounts.time(arm.statistic("longest-gap", "p50")),
                arm.modelledSlowShare()
                        .map(share -> Amounts.percent(share.share()))
                        .orElse(Amounts.NONE),
                Amounts.count(arm.complete()) + "/" + Amounts.count(arm.responses()),
                arm.deliveryVerdict()
                        .map(verdict -> Findings.severity(verdict.kind()).sign() + " "
                                + verdict.kind().word())
                        .orElse(Amounts.NONE));
    }
}
