package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A pair of axes on a sheet.
 *
 * @param x the horizontal scale, in places of the sheet
 * @param y the vertical scale, in places of the sheet
 * @param left edge of the plot
 * @param right edge of the plot
 * @param top edge of the plot
 * @param bottom edge of the plot
 */
record Plot(Scale x, Scale y, double left, double right, double top, double bottom) {

    /** Draws grid lines and tick labels, and the names of the axes. */
    void axes(Drawing.Sheet sheet, DoubleFunction<String> xWords, DoubleFunction<String> yWords, String xName) {
        for (double tick : y.ticks()) {
            sheet.line(new Point(left, y.at(tick)), new Point(right, y.at(tick)), Stroke.GRID);
        }
        for (double tick : x.ticks()) {
            sheet.line(new Point(x.at(tick), bottom), new Point(x.at(tick), bottom + 5), Stroke.AXIS);
        }
        sheet.line(new Point(left, bottom), new Point(right, bottom), Stroke.AXIS);
        for (double tick : y.ticks()) {
            sheet.label(new Point(left - 8, y.at(tick) + 4), yWords.apply(tick), Anchor.END, Ink.MUTED);
        }
        for (double tick : x.ticks()) {
            sheet.label(new Point(x.at(tick), bottom + 18), xWords.apply(tick), Anchor.MIDDLE, Ink.MUTED);
        }
        sheet.label(new Point((left + right) / 2, bottom + 36), xName, Anchor.MIDDLE, Ink.TEXT);
    }

    /** Where a pair of values lies. */
    Point at(double xValue, double yValue) {
        return new Point(x.at(xValue), y.at(yValue));
    }

    /** Vertical lines with words at their heads: limits to hold the curves against, as far as they are on the plot. */
    void limits(Drawing.Sheet sheet, List<Limit> limits) {
        List<Limit> shown = limits.stream()
                .filter(limit -> x.at(limit.millis()) >= left && x.at(limit.millis()) <= right)
                .toList();
        for (Limit limit : shown) {
            double at = x.at(limit.millis());
            sheet.line(new Point(at, top), new Point(at, bottom), new Stroke(Ink.BAD, 1.2, "4 3"));
        }
        for (int i = 0; i < shown.size(); i++) {
            double at = x.at(shown.get(i).millis());
            // Words of several lines stand below each other, and left of a line that is far to the right.
            boolean far = at > (left + right) / 2;
            Point words = new Point(far ? at - 5 : at + 5, top + 11 + 15 * i);
            sheet.bold(words, shown.get(i).words(), far ? Anchor.END : Anchor.START, Ink.BAD);
        }
    }
}
