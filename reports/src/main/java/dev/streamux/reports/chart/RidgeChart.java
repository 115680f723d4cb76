package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.sample.Levels;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the times to the first text lie at each level of load: a row a level, a ridge an arm, on one logarithmic axis. */
public final class RidgeChart {
    private static final double WIDTH = 1080;
    private static final double NAMES = 96;
    private static final double TOP = 14;
    private static final double ROW = 58;
    private static final double RIDGE = 48;
    private static final int BINS = 96;
    /** Half the width of the triangle by which each value is spread, in bins. */
    private static final int SPREAD = 4;

    private RidgeChart() {}

    /** The chart; empty unless the run held at least two levels. */
    public static Optional<Drawing> of(List<ReportedArm> arms) {
        SortedSet<Integer> levels = new TreeSet<>();
        arms.forEach(arm -> levels.addAll(Levels.of(arm.sample().starts()).keySet()));
        return levels.size() < 2 ? Optional.empty() : Optional.of(draw(arms, new ArrayList<>(levels)));
    }

    private static Drawing draw(List<ReportedArm> arms, List<Integer> levels) {
        double right = WIDTH - Legend.WIDTH - 24;
        double bottom = TOP + Math.max(ROW * levels.size(), Legend.height(arms.size()));
        Scale x = scale(arms, right);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 44);
        for (double tick : x.ticks()) {
            sheet.line(new Point(x.at(tick), TOP), new Point(x.at(tick), bottom), Stroke.GRID);
        }
        sheet.line(new Point(NAMES, bottom), new Point(right, bottom), Stroke.AXIS);
        for (double tick : x.ticks()) {
            sheet.label(new Point(x.at(tick), bottom + 18), Amounts.time(tick), Anchor.MIDDLE, Ink.MUTED);
        }
        sheet.label(new Point((NAMES + right) / 2, bottom + 36), "time to first visible text", Anchor.MIDDLE, Ink.TEXT);
        for (int row = 0; row < levels.size(); row++) {
            double foot = TOP + ROW * (row + 1);
            sheet.bold(new Point(0, foot - 6), Amounts.count(levels.get(row)) + " users", Anchor.START, Ink.TEXT);
        }
        for (ReportedArm arm : arms) {
            SortedMap<Integer, List<Double>> values = Levels.of(arm.sample().starts());
            for (int row = 0; row < levels.size(); row++) {
                List<Double> sorted = values.getOrDefault(levels.get(row), List.of());
                if (!sorted.isEmpty()) {
                    ridge(sheet, arm, points(x, sorted, TOP + ROW * (row + 1), right));
                }
            }
        }
        Legend.draw(
                sheet,
                new Point(right + 20, TOP),
                arms,
                arm -> Amounts.count(arm.sample().firstTextMillis().size()) + " complete answers");
        return sheet.done("Time to the first visible text by load", words(arms));
    }

    private static Scale scale(List<ReportedArm> arms, double right) {
        List<Double> all = arms.stream()
                .flatMap(arm -> Levels.of(arm.sample().starts()).values().stream())
                .flatMap(List::stream)
                .sorted()
                .toList();
        return Scale.logarithmic(all.get(0) / 1.5, all.get(all.size() - 1) * 1.5, NAMES, right);
    }

    /** The density of the values, each spread over a triangle; the highest point of every ridge is equally high. */
    private static List<Point> points(Scale x, List<Double> values, double foot, double right) {
        double[] bins = new double[BINS];
        double width = (right - NAMES) / BINS;
        for (double value : values) {
            int centre = (int) ((x.at(value) - NAMES) / width);
            for (int i = Math.max(0, centre - SPREAD); i <= Math.min(BINS - 1, centre + SPREAD); i++) {
                bins[i] += SPREAD + 1 - Math.abs(i - centre);
            }
        }
        double most = 0;
        for (double bin : bins) {
            most = Math.max(most, bin);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            points.add(new Point(NAMES + (i + 0.5) * width, foot - RIDGE * bins[i] / most));
        }
        return points;
    }

    private static void ridge(Drawing.Sheet sheet, ReportedArm arm, List<Point> points) {
        sheet.add(new Shape.Area(points, Palette.series(arm.index()), 0.18));
        sheet.add(new Shape.Polyline(points, Palette.line(arm.index())));
    }

    private static String words(List<ReportedArm> arms) {
        return arms.stream()
                .map(arm -> arm.name() + ": "
                        + Levels.of(arm.sample().starts()).entrySet().stream()
                                .map(level -> "median "
                                        + Amounts.time(level.getValue()
                                                .get((level.getValue().size() - 1) / 2))
                                        + " with " + level.getKey() + " users")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "", "."));
    }
}
