package dev.streamux.cli.analysis;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.presentation.Arrivals;
import dev.streamux.analyzer.presentation.PresentationOutcome;
import dev.streamux.analyzer.presentation.PresentationPolicy;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What presentation policies make of the first answers of each arm: medians, a row a policy. Not thread-safe. */
public final class PresentationTable {
    private static final int ANSWERS = 20;

    private final MetricOptions options;
    private final Map<String, List<Arrivals>> answers = new LinkedHashMap<>();

    /** An empty table. */
    public PresentationTable(MetricOptions options) {
        this.options = options;
    }

    /** Keeps the answer if it is complete, has its text, and is among the first of its arm. */
    public void add(MeasuredResponse response) {
        if (response.isSuccess()
                && !response.observed().curve().isEmpty()
                && response.trace().text().isPresent()) {
            List<Arrivals> arm = answers.computeIfAbsent(response.trace().arm(), name -> new ArrayList<>());
            if (arm.size() < ANSWERS) {
                arm.add(Arrivals.of(response.trace()));
            }
        }
    }

    /** The table as text. */
    public String text() {
        if (answers.isEmpty()) {
            return "presentations: no complete answer has its text recorded\n";
        }
        StringBuilder text = new StringBuilder();
        answers.forEach((arm, list) -> {
            text.append("arm ").append(arm).append(", presentations of ").append(list.size());
            text.append(" answers (medians, ms)\n");
            text.append(String.format(
                    "  %-24s %10s %10s %10s %10s %8s %12s %10s%n",
                    "policy", "first", "wait", "TSI", "churn", "freezes", "longest gap", "UI cost"));
            PresentationOutcome.POLICIES.forEach(policy -> text.append(row(policy, list)));
            text.append('\n');
        });
        return text.toString();
    }

    private String row(PresentationPolicy policy, List<Arrivals> list) {
        List<PresentationOutcome> outcomes = list.stream()
                .map(arrivals -> PresentationOutcome.of(policy, arrivals, options))
                .toList();
        return String.format(
                Locale.ROOT,
                "  %-24s %10.1f %10.1f %10.1f %10.4f %8.0f %12.1f %10.1f%n",
                policy.id(),
                median(outcomes, PresentationOutcome::firstVisible),
                median(outcomes, PresentationOutcome::readerWait),
                median(outcomes, PresentationOutcome::speedIndex),
                median(outcomes, PresentationOutcome::churn),
                median(outcomes, PresentationOutcome::freezes),
                median(outcomes, PresentationOutcome::longestGap),
                median(outcomes, PresentationOutcome::uiCost));
    }

    private static double median(List<PresentationOutcome> outcomes, ToDoubleFunction<PresentationOutcome> value) {
        return Sample.of(outcomes.stream().mapToDouble(value).toArray()).median();
    }
}
