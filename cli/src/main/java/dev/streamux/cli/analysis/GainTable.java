package dev.streamux.cli.analysis;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.result.StreamingGain;
import dev.streamux.analyzer.result.StreamingGain.Centre;
import dev.streamux.analyzer.result.StreamingGain.Row;
import dev.streamux.analyzer.stats.Bounds;
import java.util.Locale;

/** The gain from streaming of one arm as plain text: a row a metric, medians; means for the modelled slow share. */
final class GainTable {
    private GainTable() {}

    static String of(StreamingGain gain) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  gain from streaming, against the same %d answers shown whole when complete%n".replace("%n", "\n"),
                gain.n()));
        text.append(line("", "as they came", "shown whole", "gain", "of it", "95 % interval of the gain"));
        gain.rows().forEach((id, row) -> text.append(row(id, row)));
        return text.toString();
    }

    private static String row(String id, Row row) {
        String label = MetricCatalog.require(id).info().label();
        return line(
                row.unit() == Unit.RATIO ? label + ", mean" : label + ", p50",
                amount(row.unit(), row.streamed()),
                amount(row.unit(), row.atOnce()),
                amount(row.unit(), row.gain()),
                row.share().isPresent() ? percent(row.share().getAsDouble()) : "-",
                row.gainInterval() instanceof Bounds.Interval interval
                        ? "[" + plain(row.unit(), interval.low()) + ", " + plain(row.unit(), interval.high()) + "]"
                        : "");
    }

    private static String line(String label, String streamed, String whole, String gain, String share, String bounds) {
        return String.format(
                                Locale.ROOT,
                                "    %-34s %14s %14s %14s %8s  %s",
                                label,
                                streamed,
                                whole,
                                gain,
                                share,
                                bounds)
                        .stripTrailing()
                + "\n";
    }

    private static String amount(Unit unit, Centre centre) {
        return plain(unit, unit == Unit.RATIO ? centre.mean() : centre.p50());
    }

    private static String plain(Unit unit, double value) {
        return unit == Unit.RATIO ? percent(value) : ResultTable.number(value) + " " + unit.word();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
