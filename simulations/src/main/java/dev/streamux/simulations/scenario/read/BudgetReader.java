package dev.streamux.simulations.scenario.read;

import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code budgets}: {@code METRIC [STATISTIC] < LIMIT}, a line each. */
final class BudgetReader {
    static final String EXAMPLE = "time-to-first-visible-text p95 < 1s";

    private static final Pattern FORM =
            Pattern.compile("([a-z-]+)(?:\\s+(p\\d{1,2}(?:\\.\\d)?|max))?\\s*(<=?)\\s*([0-9.]+\\s*(?:us|ms|s|m|h|%))");

    private BudgetReader() {}

    static List<Budget> budgets(Section root, Problems problems) {
        List<Budget> budgets = new ArrayList<>();
        for (Section.Line line : root.texts("budgets")) {
            budget(line, problems).ifPresent(budgets::add);
        }
        return budgets;
    }

    private static Optional<Budget> budget(Section.Line line, Problems problems) {
        String text = line.text().strip();
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            problems.add(
                    line.number(),
                    "budget is \"" + text + "\"; it must be METRIC STATISTIC < LIMIT, such as \"" + EXAMPLE
                            + "\" or \"failed-share < 1%\"");
            return Optional.empty();
        }
        Optional<BudgetMetric> metric = metric(matcher.group(1));
        if (metric.isEmpty()) {
            problems.add(
                    line.number(),
                    "budget \"" + text + "\": unknown metric \"" + matcher.group(1)
                            + "\"; it must be one of " + String.join(", ", BudgetMetric.words())
                            + NearestWord.hint(matcher.group(1), BudgetMetric.words()));
            return Optional.empty();
        }
        boolean hasStatistic = matcher.group(2) != null;
        boolean percent = matcher.group(4).endsWith("%");
        if (metric.get().isShare() == hasStatistic || metric.get().isShare() != percent) {
            problems.add(
                    line.number(),
                    "budget is \"" + text + "\"; "
                            + (metric.get().isShare()
                                    ? "a share takes no statistic and a limit in percent, such as failed-share < 1%"
                                    : "a time takes a statistic (p50, p95, p99, max) and a duration, such as "
                                            + EXAMPLE));
            return Optional.empty();
        }
        return Optional.of(new Budget(
                text,
                metric.get(),
                hasStatistic ? quantile(matcher.group(2)) : 1,
                limit(matcher.group(4)),
                matcher.group(3).equals("<=")));
    }

    private static Optional<BudgetMetric> metric(String word) {
        for (BudgetMetric metric : BudgetMetric.values()) {
            if (metric.word().equals(word)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    private static double quantile(String statistic) {
        return statistic.equals("max") ? 1 : Double.parseDouble(statistic.substring(1)) / 100;
    }

    /** Milliseconds or percent. */
    private static double limit(String text) {
        if (text.endsWith("%")) {
            return Double.parseDouble(text.substring(0, text.length() - 1).strip());
        }
        return DurationText.parse(text)
                .map(duration -> duration.toNanos() / 1e6)
                .orElse(0.0);
    }
}
