package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines beside a plot: a sample of each arm's line with its letter, its name and a number. */
final class Legend {
    /** How wide a legend is. */
    static final double WIDTH = 232;

    private static final double PITCH = 34;

    private Legend() {}

    /** The height that a legend of so many lines needs. */
    static double height(int lines) {
        return lines * PITCH;
    }

    static void draw(Drawing.Sheet sheet, Point corner, List<ReportedArm> arms, Function<ReportedArm, String> words) {
        for (int i = 0; i < arms.size(); i++) {
            ReportedArm arm = arms.get(i);
            double y = corner.y() + i * PITCH + 8;
            double x = corner.x();
            sheet.line(new Point(x + 12, y), new Point(x + 44, y), Palette.line(arm.index()));
            mark(sheet, new Point(x + 10, y), arm);
            sheet.add(new Shape.Tipped(
                    arm.name(),
                    List.of(new Shape.Label(new Point(x + 52, y + 4), arm.label(), Anchor.START, 13, Ink.TEXT, true))));
            sheet.label(new Point(x + 52, y + 19), words.apply(arm), Anchor.START, Ink.MUTED);
        }
    }

    /** The letter of an arm in a disc of its colour, so that a line is named where it runs. */
    static void mark(Drawing.Sheet sheet, Point centre, ReportedArm arm) {
        Stroke ring = Stroke.solid(Palette.series(arm.index()), 1.5);
        sheet.add(new Shape.Dot(centre, 8, Ink.PAGE, Optional.of(ring)));
        sheet.add(new Shape.Label(
                new Point(centre.x(), centre.y() + 3.6), arm.letter(), Anchor.MIDDLE, 10, Ink.TEXT, true));
    }
}
