package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the values of a time lie, arm by arm, on a logarithmic axis.
 *
 * <p>One form shows which share of values is at most so long, which is best for what is usual; the other which share is
 * longer, on a logarithmic axis too, which is best for what is rare.
 */
public final class DistributionChart {
    private static final double WIDTH = 1080;
    private static final double PLOT_HEIGHT = 240;
    /** A limit that is farther away than so many times the longest value would squeeze the curves; it is left out. */
    private static final double FAR = 10;
    /** More points than pixels are of no use; thinning keeps the first and the last. */
    private static final int MOST_POINTS = 150;

    private final String title;
    private final String axis;
    private final boolean tail;
    private final Function<ReportedArm, List<Double>> values;

    private final List<Limit> limits;

    private DistributionChart(String title, String axis, boolean tail, Function<ReportedArm, List<Double>> values) {
        this.title = title;
        this.axis = axis;
        this.tail = tail;
        this.values = values;
        this.limits = List.of();
    }

    private DistributionChart(DistributionChart other, List<Limit> limits) {
        this.title = other.title;
        this.axis = other.axis;
        this.tail = other.tail;
        this.values = other.values;
        this.limits = List.copyOf(limits);
    }

    /** The same with these lines to hold the curves against. */
    public DistributionChart with(List<Limit> lines) {
        return new DistributionChart(this, lines);
    }

    /** The share of values that are at most so long; {@code values} gives milliseconds, sorted. */
    public static DistributionChart usual(String title, String axis, Function<ReportedArm, List<Double>> values) {
        return new DistributionChart(title, axis, false, values);
    }

    /** The share of values that are longer, on a logarithmic axis; {@code values} gives milliseconds, sorted. */
    public static DistributionChart rare(String title, String axis, Function<ReportedArm, List<Double>> values) {
        return new DistributionChart(title, axis, true, values);
    }

    /** The chart of these arms; an arm without values has a line in the legend only. */
    public Drawing of(List<ReportedArm> arms) {
        double right = WIDTH - Legend.WIDTH - 24;
        double bottom = 14 + Math.max(PLOT_HEIGHT, Legend.height(arms.size()));
        Scale x = xScale(arms, right);
        int most = arms.stream().mapToInt(arm -> values.apply(arm).size()).max().orElse(0);
        double rarest = 0.5 / Math.max(5, most);
        Scale y = tail ? Scale.logarithmic(rarest, 1, bottom, 14) : Scale.linear(0, 1, bottom, 14);
        Plot plot = new Plot(x, y, 58, right, 14, bottom);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 44).axes(x, y);
        plot.axes(sheet, Amounts::time, tail ? DistributionChart::rareShare : Amounts::percent, axis);
        plot.limits(sheet, limits);
        for (ReportedArm arm : arms) {
            List<Double> sorted = values.apply(arm);
            if (!sorted.isEmpty()) {
                sheet.add(new Shape.Curve(arm.index(), steps(plot, sorted, rarest), Palette.line(arm.index())));
            }
        }
        for (int i = 0; i < arms.size(); i++) {
            mark(sheet, plot, arms.get(i), (i + 1.0) / (arms.size() + 1));
        }
        if (most == 0) {
            sheet.label(new Point((58 + right) / 2, bottom / 2), "no value", Anchor.MIDDLE, Ink.MUTED);
        }
        Legend.draw(sheet, new Point(right + 20, 14), arms, this::legend);
        return sheet.done(title, words(arms));
    }

    private Scale xScale(List<ReportedArm> arms, double right) {
        List<Double> all =
                arms.stream().flatMap(arm -> values.apply(arm).stream()).toList();
        double low = all.stream().mapToDouble(value -> value).min().orElse(10);
        double highest = all.stream().mapToDouble(value -> value).max().orElse(1000);
        double high = limits.stream()
                .mapToDouble(Limit::millis)
                .filter(limit -> limit < FAR * highest)
                .reduce(highest, Math::max);
        return Scale.logarithmic(Math.max(0.05, low) / 1.3, Math.max(0.05, high) * 1.3, 58, right);
    }

    private List<Point> steps(Plot plot, List<Double> sorted, double rarest) {
        List<Point> points = new ArrayList<>();
        int stride = Math.max(1, (sorted.size() + MOST_POINTS - 1) / MOST_POINTS);
        double before = tail ? 1 : 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i % stride != 0 && i != sorted.size() - 1) {
                continue;
            }
            double atMost = (i + 1.0) / sorted.size();
            double share = tail ? Math.max(rarest, 1 - atMost) : atMost;
            double value = Math.max(0.05, sorted.get(i));
            points.add(plot.at(value, before));
            points.add(plot.at(value, share));
            before = share;
        }
        return points;
    }

    private void mark(Drawing.Sheet sheet, Plot plot, ReportedArm arm, double level) {
        List<Double> sorted = values.apply(arm);
        if (sorted.isEmpty()) {
            return;
        }
        int index = Math.min(sorted.size() - 1, (int) (level * sorted.size()));
        double share = tail ? 1 - level : level;
        Legend.mark(sheet, plot.at(Math.max(0.05, sorted.get(index)), share), arm);
    }

    private String legend(ReportedArm arm) {
        List<Double> sorted = values.apply(arm);
        return sorted.isEmpty() ? "no value" : "median " + Amounts.time(median(sorted));
    }

    private String words(List<ReportedArm> arms) {
        return arms.stream().map(arm -> arm.name() + ": " + legend(arm)).collect(Collectors.joining("; ", "", "."));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String rareShare(double share) {
        return Amounts.trimmed(share * 100, 3) + " %";
    }
}
