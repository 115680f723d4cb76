package dev.streamux.reports.chart;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.sample.ShareCurve;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How much of the answer is visible over time, in the mean; the area above a curve is its Text Speed Index. */
public final class VisibleShareChart {
    private static final double WIDTH = 1080;
    private static final double PLOT_HEIGHT = 320;
    /** A larger share within a sample's step came at once. */
    private static final double JUMP = 0.05;

    private VisibleShareChart() {}

    /**
     * The chart of all arms up to {@code horizonMillis} after the intended start.
     *
     * @param limits for the first words, beside the target of the options
     */
    public static Drawing of(List<ReportedArm> arms, double horizonMillis, MetricOptions options, List<Limit> limits) {
        double right = WIDTH - Legend.WIDTH - 24;
        double bottom = 14 + Math.max(PLOT_HEIGHT, Legend.height(arms.size()));
        Plot plot = new Plot(
                Scale.linear(0, horizonMillis, 52, right), Scale.linear(0, 1, bottom, 14), 52, right, 14, bottom);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 44).axes(plot.x(), plot.y());
        plot.axes(sheet, Amounts::seconds, Amounts::percent, "seconds after the question was sent");
        readerLine(sheet, plot, arms, horizonMillis, options);
        double target = options.targetNanos() / 1e6;
        List<Limit> lines = new ArrayList<>();
        lines.add(new Limit(target, "target for the first words: " + Amounts.time(target)));
        lines.addAll(limits);
        plot.limits(sheet, lines);
        for (ReportedArm arm : arms) {
            if (!arm.sample().visible().shares().isEmpty()) {
                List<Point> points = points(plot, arm.sample().visible());
                sheet.add(new Shape.Curve(arm.index(), points, Palette.line(arm.index())));
            }
        }
        for (int i = 0; i < arms.size(); i++) {
            mark(sheet, plot, arms.get(i), (i + 1.0) / (arms.size() + 1));
        }
        Legend.draw(sheet, new Point(right + 20, 14), arms, VisibleShareChart::legend);
        return sheet.done("Share of the answer that is visible over time", words(arms));
    }

    /** Straight from one sample to the next; a jump, which a slope would soften, is a step. */
    private static List<Point> points(Plot plot, ShareCurve curve) {
        List<Point> points = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < curve.shares().size(); i++) {
            double share = curve.shares().get(i);
            double millis = i * curve.stepMillis();
            if (share - before > JUMP) {
                points.add(plot.at(millis, before));
            }
            points.add(plot.at(millis, share));
            before = share;
        }
        return points;
    }

    /** Each letter stands at another height, so that curves that lie on each other still show all of theirs. */
    private static void mark(Drawing.Sheet sheet, Plot plot, ReportedArm arm, double level) {
        List<Double> shares = arm.sample().visible().shares();
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) >= level) {
                double before = i == 0 ? 0 : shares.get(i - 1);
                double part = shares.get(i) > before ? (level - before) / (shares.get(i) - before) : 0;
                double millis = (i - (shares.get(i) - before > JUMP ? 0 : 1 - part))
                        * arm.sample().visible().stepMillis();
                Legend.mark(sheet, plot.at(Math.max(0, millis), level), arm);
                return;
            }
        }
    }

    private static void readerLine(
            Drawing.Sheet sheet, Plot plot, List<ReportedArm> arms, double horizon, MetricOptions options) {
        OptionalDouble length = arms.stream()
                .flatMap(arm -> arm.sample().typical().stream())
                .map(Specimen::curve)
                .filter(curve -> !curve.isEmpty())
                .mapToLong(curve -> curve.characters())
                .average();
        if (length.isEmpty()) {
            return;
        }
        double read = options.readingSpeed().milliCharactersPerSecond() / 1e6 * horizon / length.getAsDouble();
        double end = read > 1 ? horizon / read : horizon;
        Point last = plot.at(end, Math.min(1, read));
        sheet.line(plot.at(0, 0), last, new Stroke(Ink.MUTED, 1.2, "1 3"));
        if (read < 1) {
            sheet.label(new Point(last.x() - 6, last.y() - 7), "what a reader can read by then", Anchor.END, Ink.MUTED);
        }
    }

    private static String legend(ReportedArm arm) {
        return "Text Speed Index " + Amounts.time(arm.result().statistic("text-speed-index", "mean"));
    }

    private static String words(List<ReportedArm> arms) {
        return arms.stream()
                .map(arm -> arm.name() + ": half of the answer is visible after " + half(arm))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String half(ReportedArm arm) {
        ShareCurve curve = arm.sample().visible();
        for (int i = 0; i < curve.shares().size(); i++) {
            if (curve.shares().get(i) >= 0.5) {
                return Amounts.time(i * curve.stepMillis());
            }
        }
        return Amounts.NONE;
    }
}
