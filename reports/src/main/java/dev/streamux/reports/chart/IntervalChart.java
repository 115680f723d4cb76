package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Values with their intervals, a row each, on one axis. */
public final class IntervalChart {
    private static final double WIDTH = 1080;
    private static final double NAMES = 260;
    private static final double WORDS = 190;
    private static final double ROW = 30;
    private static final int LONGEST_NAME = 32;

    private IntervalChart() {}

    /**
     * One row.
     *
     * @param name of what is measured; untrusted text
     * @param value the best single number
     * @param inner the interval from sampling alone; empty if there is none
     * @param outer a wider interval with further doubts; empty if there is none
     * @param words the numbers in words, at the right
     * @param ink the colour of the verdict
     */
    public record Row(String name, double value, Optional<Span> inner, Optional<Span> outer, String words, Ink ink) {}

    /**
     * From low to high.
     *
     * @param low ≤ {@code high}; finite
     * @param high finite
     */
    public record Span(double low, double high) {}

    /**
     * The axis of the chart.
     *
     * @param name what it counts
     * @param low its left end
     * @param high its right end, > {@code low}
     * @param words a tick as text
     * @param reference a value to mark with a line; empty for none
     */
    public record Axis(String name, double low, double high, DoubleFunction<String> words, OptionalDouble reference) {}

    /** The chart; rows from top to bottom. */
    public static Drawing of(String title, List<Row> rows, Axis axis) {
        double bottom = 10 + ROW * Math.max(1, rows.size());
        double right = WIDTH - WORDS;
        Plot plot = new Plot(
                Scale.linear(axis.low(), axis.high(), NAMES, right),
                Scale.linear(0, 1, bottom, 10),
                NAMES,
                right,
                10,
                bottom);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 44);
        for (double tick : plot.x().ticks()) {
            sheet.line(new Point(plot.x().at(tick), 10), new Point(plot.x().at(tick), bottom), Stroke.GRID);
        }
        for (double tick : plot.x().ticks()) {
            sheet.label(new Point(plot.x().at(tick), bottom + 18), axis.words().apply(tick), Anchor.MIDDLE, Ink.MUTED);
        }
        axis.reference()
                .ifPresent(value -> sheet.line(
                        new Point(plot.x().at(value), 4),
                        new Point(plot.x().at(value), bottom),
                        Stroke.solid(Ink.TEXT, 1.5)));
        for (int i = 0; i < rows.size(); i++) {
            sheet.add(Names.of(rows.get(i).name(), LONGEST_NAME, new Point(0, 14 + ROW * (i + 0.5)), 13));
        }
        for (int i = 0; i < rows.size(); i++) {
            Point at = new Point(right + 12, 14 + ROW * (i + 0.5));
            sheet.label(at, rows.get(i).words(), Anchor.START, Ink.TEXT);
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = 10 + ROW * (i + 0.5);
            rows.get(i).outer().ifPresent(span -> bar(sheet, plot, span, y, 9, Ink.GRID));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = 10 + ROW * (i + 0.5);
            row.inner().ifPresent(span -> bar(sheet, plot, span, y, 3, row.ink()));
        }
        for (int i = 0; i < rows.size(); i++) {
            Point at = new Point(plot.x().at(rows.get(i).value()), 10 + ROW * (i + 0.5));
            sheet.add(new Shape.Dot(at, 5.5, rows.get(i).ink(), Optional.empty()));
        }
        sheet.label(new Point((NAMES + right) / 2, bottom + 36), axis.name(), Anchor.MIDDLE, Ink.TEXT);
        String words = rows.stream().map(row -> row.name() + ": " + row.words()).collect(Collectors.joining("; "));
        return sheet.done(title, words + ".");
    }

    private static void bar(Drawing.Sheet sheet, Plot plot, Span span, double y, double height, Ink ink) {
        double from = Math.max(plot.left(), plot.x().at(span.low()));
        double to = Math.min(plot.right(), plot.x().at(span.high()));
        sheet.add(new Shape.Bars(List.of(new Point(from, y)), List.of(Math.max(1, to - from)), height, ink, 1));
    }
}
