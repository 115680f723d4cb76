package dev.streamux.reports.text;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.Distribution;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of a run as CSV by RFC 4180: a row for each arm and metric, times in milliseconds, an empty field for a number
 * that does not exist.
 */
public final class SummaryCsv {
    private static final List<String> STATISTICS = List.of("mean", "min", "p50", "p75", "p90", "p95", "p99", "max");
    private static final int DIGITS = 3;

    private SummaryCsv() {}

    /** The whole file; lines end with a newline. */
    public static String of(RunResult result) {
        StringBuilder out = new StringBuilder("arm,route,delivery,verdict,metric,unit,n,");
        out.append(String.join(",", STATISTICS)).append(",p50_low,p50_high\n");
        for (ArmResult arm : result.arms()) {
            arm.metrics().forEach((id, summary) -> out.append(line(arm, id, summary)));
        }
        return out.toString();
    }

    private static String line(ArmResult arm, String id, MetricSummary summary) {
        String verdict =
                arm.deliveryVerdict().map(delivery -> delivery.kind().word()).orElse("");
        String head = List.of(
                        arm.name(),
                        arm.route(),
                        arm.delivery(),
                        verdict,
                        id,
                        summary.unit().word(),
                        String.valueOf(summary.n()))
                .stream()
                .map(field -> Escape.csv(Escape.line(field)))
                .collect(Collectors.joining(","));
        String numbers = STATISTICS.stream()
                .map(name -> summary.distribution()
                        .map(values -> number(values, name))
                        .orElse(""))
                .collect(Collectors.joining(","));
        return head + "," + numbers + "," + interval(summary) + "\n";
    }

    private static String number(Distribution values, String name) {
        return Amounts.trimmed(values.statistic(name).orElseThrow(), DIGITS);
    }

    private static String interval(MetricSummary summary) {
        return summary.ci().get("p50") instanceof Bounds.Interval interval
                ? Amounts.trimmed(interval.low(), DIGITS) + "," + Amounts.trimmed(interval.high(), DIGITS)
                : ",";
    }
}
