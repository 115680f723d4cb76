package dev.streamux.cli.analysis;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.Kind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.perception.ModelledSlowShare;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.Distribution;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.stats.Bounds;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A result as plain text: for each arm a heading, then a row a metric. */
public final class ResultTable {
    private ResultTable() {}

    /** The text, with a newline at its end. */
    public static String of(RunResult result) {
        StringBuilder text = new StringBuilder();
        for (ArmResult arm : result.arms()) {
            heading(text, arm);
            arm.metrics().forEach((id, summary) -> row(text, MetricCatalog.require(id), summary));
            refusals(text, arm);
            arm.modelledSlowShare().ifPresent(share -> slowShare(text, share));
            arm.gainFromStreaming().ifPresent(gain -> text.append(GainTable.of(gain)));
            text.append('\n');
        }
        if (result.arms().isEmpty()) {
            text.append("no response of the phase measure\n\n");
        }
        if (!result.selfCheck().figures().isEmpty() || !result.selfCheck().valid()) {
            text.append("self-check: ").append(result.selfCheck().valid() ? "valid" : "NOT VALID");
            result.selfCheck()
                    .figures()
                    .forEach((name, value) -> text.append(String.format(Locale.ROOT, ", %s %s", name, number(value))));
            text.append('\n');
            result.selfCheck()
                    .reasons()
                    .forEach(reason -> text.append("  ").append(reason).append('\n'));
        }
        text.append(result.options().entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(", ", "options: ", "\n")));
        return text.toString();
    }

    private static void heading(StringBuilder text, ArmResult arm) {
        text.append("arm ").append(arm.name()).append("  (").append(arm.route()).append(", ");
        text.append(arm.delivery()).append(")  ");
        text.append(arm.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", ")));
        text.append('\n');
        arm.deliveryVerdict()
                .ifPresent(verdict -> text.append("delivery: ")
                        .append(verdict.kind().word())
                        .append("; ")
                        .append(verdict.reason())
                        .append('\n'));
        text.append(String.format(
                "  %-34s %9s %10s %10s %10s %10s %10s %10s  %s%n".replace("%n", "\n"),
                "metric",
                "n",
                "mean",
                "min",
                "p50",
                "p90",
                "p99",
                "max",
                "95 % interval of p50"));
    }

    private static void row(StringBuilder text, Metric metric, MetricSummary summary) {
        String unit = summary.unit() == Unit.MILLISECONDS ? " (ms)" : summary.unit() == Unit.PER_SECOND ? " (1/s)" : "";
        text.append(String.format(Locale.ROOT, "  %-34s %9d", metric.id() + unit, summary.n()));
        if (summary.distribution().isPresent()) {
            Distribution values = summary.distribution().get();
            for (double value :
                    new double[] {values.mean(), values.min(), values.p50(), values.p90(), values.p99(), values.max()
                    }) {
                text.append(String.format(Locale.ROOT, " %10s", number(value)));
            }
            Bounds bounds = summary.ci().get("p50");
            if (bounds instanceof Bounds.Interval interval) {
                text.append("  [").append(number(interval.low())).append(", ");
                text.append(number(interval.high())).append(']');
            }
        }
        for (Map.Entry<String, Long> absent : summary.absent().entrySet()) {
            text.append("  absent ").append(absent.getValue()).append(": ").append(absent.getKey());
        }
        text.append('\n');
    }

    /** Why there is no interval beside some values; a metric of the whole run has one value and never an interval. */
    private static void refusals(StringBuilder text, ArmResult arm) {
        Set<String> reasons = new LinkedHashSet<>();
        arm.metrics().forEach((id, summary) -> {
            boolean perRun = MetricCatalog.require(id).info().kind() == Kind.PER_RUN;
            if (!perRun && summary.n() > 0 && summary.ci().get("p50") instanceof Bounds.Refused refused) {
                reasons.add(refused.reason());
            }
        });
        if (!reasons.isEmpty()) {
            text.append("  no interval: ").append(String.join("; ", reasons)).append('\n');
        }
    }

    private static void slowShare(StringBuilder text, ModelledSlowShare share) {
        text.append(String.format(
                Locale.ROOT,
                "  modelled slow share %.1f %% (sampling %.1f to %.1f %%, structure %.1f to %.1f %%); shown whole %.1f %%\n",
                share.share() * 100,
                share.interval().low() * 100,
                share.interval().high() * 100,
                share.structuralEnvelope().low() * 100,
                share.structuralEnvelope().high() * 100,
                share.bufferedShare() * 100));
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size == 0 || size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f", value);
    }
}
