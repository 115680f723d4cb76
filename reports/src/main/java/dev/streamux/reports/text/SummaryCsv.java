package dev.streamux.reports.text;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of a run as CSV by RFC 4180: a row for each arm and metric, times in milliseconds, an empty field for a number
 * that does not exist; the last column says how many responses have no value, and why.
 */
public final class SummaryCsv {
    private static final List<String> STATISTICS = List.of("mean", "min", "p50", "p75", "p90", "p95", "p99", "max");

    private SummaryCsv() {}

    /** The whole file; lines end with a newline. */
    public static String of(RunResult result) {
        StringBuilder out = new StringBuilder(head());
        for (ArmResult arm : result.arms()) {
            arm.metrics()
                    .forEach((id, summary) ->
                            out.append(String.join(",", arm(arm), metric(id, summary), "") + numbers(summary) + "\n"));
        }
        return out.toString();
    }

    /**
     * The same without repetition, for a page: the head; for each arm its number, {@code =} and its fields; then for each
     * metric {@code #} and its fields, and for the arms that have it their numbers with blanks between, {@code =} and the
     * fields; arms with the same fields share a line. Lines end with a newline.
     */
    public static String packed(RunResult result) {
        StringBuilder out = new StringBuilder(head());
        Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
        for (int i = 0; i < result.arms().size(); i++) {
            String number = Integer.toString(i);
            ArmResult arm = result.arms().get(i);
            out.append(number).append('=').append(arm(arm)).append('\n');
            arm.metrics()
                    .forEach((id, summary) -> metrics.computeIfAbsent(
                                    metric(id, summary), unused -> new LinkedHashMap<>())
                            .merge(numbers(summary), number, (before, next) -> before + " " + next));
        }
        metrics.forEach((metric, lines) -> {
            out.append("#" + metric + "\n");
            lines.forEach((fields, arms) -> out.append(arms + "=" + fields + "\n"));
        });
        return out.toString();
    }

    private static String head() {
        return "arm,route,delivery,verdict,metric,unit,n," + String.join(",", STATISTICS)
                + ",p50_low,p50_high,absent\n";
    }

    private static String arm(ArmResult arm) {
        String verdict =
                arm.deliveryVerdict().map(delivery -> delivery.kind().word()).orElse("");
        return Stream.of(arm.name(), arm.route(), arm.delivery(), verdict)
                .map(field -> Escape.csv(Escape.line(field)))
                .collect(Collectors.joining(","));
    }

    private static String metric(String id, MetricSummary summary) {
        return Escape.csv(Escape.line(id)) + "," + summary.unit().word();
    }

    private static String numbers(MetricSummary summary) {
        String statistics = STATISTICS.stream()
                .map(name -> summary.distribution()
                        .map(values -> number(values.statistic(name).orElseThrow()))
                        .orElse(""))
                .collect(Collectors.joining(","));
        return summary.n() + "," + statistics + "," + interval(summary) + "," + Escape.csv(absent(summary));
    }

    /** How many responses have no value, by reason: {@code reason:count}, separated by blanks. */
    private static String absent(MetricSummary summary) {
        return summary.absent().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String interval(MetricSummary summary) {
        return summary.ci().get("p50") instanceof Bounds.Interval interval
                ? number(interval.low()) + "," + number(interval.high())
                : ",";
    }

    /** Three digits after the point, one from a hundred on: finer than any clock here. */
    private static String number(double value) {
        return Amounts.trimmed(value, Math.abs(value) < 100 ? 3 : 1);
    }
}
