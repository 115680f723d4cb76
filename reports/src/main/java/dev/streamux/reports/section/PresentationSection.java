package dev.streamux.reports.section;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.presentation.Arrivals;
import dev.streamux.analyzer.presentation.PresentationOutcome;
import dev.streamux.analyzer.presentation.PresentationPolicy;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.finding.Reference;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.Optional;

/** What an interface makes of the same arrivals, by the way in which it shows them. */
final class PresentationSection {
    /** A longer answer takes longer to render in all ways than a reader of the report should wait. */
    private static final int MOST_CHARACTERS = 12_000;

    private PresentationSection() {}

    /** The ways with the typical answer of the best arm; empty if that has no recorded text or is very long. */
    static Optional<Section> of(RunReport report) {
        Optional<ReportedArm> arm = Reference.streamed(report.result())
                .flatMap(best -> report.arms().stream()
                        .filter(one -> one.name().equals(best.name()))
                        .findFirst());
        Optional<ResponseTrace> answer = arm.flatMap(one -> one.sample().typical())
                .map(one -> one.trace())
                .filter(trace -> trace.text()
                        .filter(text -> !text.isEmpty() && text.length() <= MOST_CHARACTERS)
                        .isPresent());
        return answer.map(trace -> section(trace, report.options().metrics()));
    }

    private static Section section(ResponseTrace trace, MetricOptions options) {
        Arrivals arrivals = Arrivals.of(trace);
        List<List<String>> rows = PresentationOutcome.POLICIES.stream()
                .map(policy -> row(policy, arrivals, options))
                .toList();
        return Section.of(
                "presentations",
                "What the interface makes of it",
                "How a page shows the text can take away what the network gave. The arrivals are those of the typical"
                        + " answer of " + trace.arm() + ", shown in different ways.",
                Table.numbers(
                        "One answer in different interfaces",
                        List.of("way of showing", "first words", "reader wait", "Text Speed Index", "longest gap"),
                        rows));
    }

    private static List<String> row(PresentationPolicy policy, Arrivals arrivals, MetricOptions options) {
        PresentationOutcome outcome = PresentationOutcome.of(policy, arrivals, options);
        return List.of(
                policy.id(),
                Amounts.time(outcome.firstVisible()),
                Amounts.time(outcome.readerWait()),
                Amounts.time(outcome.speedIndex()),
                Amounts.time(outcome.longestGap()));
    }
}
