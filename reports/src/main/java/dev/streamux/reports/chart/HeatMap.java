package dev.streamux.reports.chart;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When text arrived: a row for each response, a cell for each stretch of time, the darker the more text came in it.
 *
 * <p>A stream is an even band. A buffer that fills shows as stripes, a timer as stripes in line with each other, a whole
 * answer kept back as one dark cell at the end. Cells of one darkness are one path, so the picture stays small.
 */
public final class HeatMap {
    private static final double WIDTH = 1080;
    private static final double NAMES = 168;
    private static final int COLUMNS = 152;
    private static final double CELL = (WIDTH - NAMES) / COLUMNS;
    private static final double ROW = 9;
    private static final double CELL_HEIGHT = 8;
    private static final double GAP = 9;
    private static final double TOP = 8;
    /**
     * A cell with more than this share of the answer belongs to the next level. An even stream brings 1/152 to each cell; up
     * to four times that is still even, since a cell holds a whole number of tokens.
     */
    private static final double[] LEVELS = {0, 0.027, 0.08, 0.2, 0.5};

    private static final double[] OPACITIES = {0.16, 0.34, 0.55, 0.78, 1};

    private HeatMap() {}

    /** The rows of all arms up to {@code horizonMillis} after the intended start. */
    public static Drawing of(List<ReportedArm> arms, double horizonMillis) {
        double height = TOP + arms.stream().mapToDouble(HeatMap::height).sum();
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, height + 42);
        List<Row> rows = rows(arms, horizonMillis);
        double top = TOP;
        for (ReportedArm arm : arms) {
            sheet.add(Names.of(arm, new Point(0, top + 12), 13));
            sheet.bold(new Point(0, top + 27), arm.verdict(), Anchor.START, arm.verdictInk());
            top += height(arm);
        }
        rows.forEach(row -> sheet.box(new Point(NAMES, row.top()), WIDTH - NAMES, CELL_HEIGHT, Ink.SURFACE));
        for (int level = 0; level < LEVELS.length; level++) {
            sheet.add(cells(rows, level));
        }
        Scale x = Scale.linear(0, horizonMillis, NAMES, WIDTH - 1);
        for (double tick : x.ticks()) {
            sheet.line(new Point(x.at(tick), height), new Point(x.at(tick), height + 5), Stroke.AXIS);
        }
        for (double tick : x.ticks()) {
            sheet.label(new Point(x.at(tick), height + 18), Amounts.seconds(tick), Anchor.MIDDLE, Ink.MUTED);
        }
        sheet.label(
                new Point((NAMES + WIDTH) / 2, height + 36),
                "seconds after the question was sent",
                Anchor.MIDDLE,
                Ink.TEXT);
        return sheet.done("Arrival heat map: when text came, response by response", words(arms));
    }

    private static double height(ReportedArm arm) {
        return Math.max(34, arm.sample().rows().size() * ROW) + GAP;
    }

    /** One response: where its row starts, and the level of each cell, −1 for one without text. */
    private record Row(double top, List<Integer> levels) {}

    private static List<Row> rows(List<ReportedArm> arms, double horizonMillis) {
        List<Row> rows = new ArrayList<>();
        double top = TOP;
        for (ReportedArm arm : arms) {
            List<Specimen> specimens = arm.sample().rows();
            for (int i = 0; i < specimens.size(); i++) {
                rows.add(new Row(top + i * ROW, levels(specimens.get(i).curve(), horizonMillis)));
            }
            top += height(arm);
        }
        return rows;
    }

    private static Shape cells(List<Row> rows, int level) {
        List<Point> starts = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        rows.forEach(row -> runs(row, level, starts, lengths));
        return new Shape.Bars(starts, lengths, CELL_HEIGHT, Ink.TEXT, OPACITIES[level]);
    }

    private static List<Integer> levels(TextCurve curve, double horizonMillis) {
        List<Integer> levels = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            double share = share(curve, horizonMillis * column / COLUMNS, horizonMillis * (column + 1) / COLUMNS);
            int level = -1;
            while (level + 1 < LEVELS.length && share > LEVELS[level + 1]) {
                level++;
            }
            levels.add(level);
        }
        return levels;
    }

    private static double share(TextCurve curve, double fromMillis, double toMillis) {
        long before = curve.visibleAt(Math.round(fromMillis * 1e6) - 1);
        long after = curve.visibleAt(Math.round(toMillis * 1e6) - 1);
        return (double) (after - before) / curve.characters();
    }

    private static void runs(Row row, int level, List<Point> starts, List<Double> lengths) {
        int column = 0;
        while (column < COLUMNS) {
            int end = column;
            while (end < COLUMNS && row.levels().get(end) == level) {
                end++;
            }
            if (end > column) {
                starts.add(new Point(NAMES + column * CELL, row.top() + CELL_HEIGHT / 2));
                lengths.add((end - column) * CELL);
            }
            column = end + 1;
        }
    }

    private static String words(List<ReportedArm> arms) {
        return arms.stream()
                .map(arm -> arm.name() + ": "
                        + arm.result()
                                .deliveryVerdict()
                                .map(verdict -> verdict.reason())
                                .orElse("no complete answer"))
                .collect(Collectors.joining("; ", "", "."));
    }
}
