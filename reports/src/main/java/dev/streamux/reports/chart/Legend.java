package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Palette;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Shape.Stamp;
import dev.streamux.reports.drawing.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lines beside a plot: a sample of each arm's line with its letter, its name and a number. */
public final class Legend {
    /** How wide a legend is. */
    static final double WIDTH = 232;

    private static final double PITCH = 34;
    private static final Point ORIGIN = new Point(0, 0);

    private Legend() {}

    /** The height that a legend of so many lines needs. */
    static double height(int lines) {
        return lines * PITCH;
    }

    static void draw(Drawing.Sheet sheet, Point corner, List<ReportedArm> arms, Function<ReportedArm, String> words) {
        for (int i = 0; i < arms.size(); i++) {
            sheet.add(key(arms.get(i)).at(new Point(corner.x(), corner.y() + i * PITCH + 8)));
        }
        for (int i = 0; i < arms.size(); i++) {
            Point at = new Point(corner.x() + 52, corner.y() + i * PITCH + 27);
            sheet.label(at, words.apply(arms.get(i)), Anchor.START, Ink.MUTED);
        }
    }

    /** The letter of an arm in a disc of its colour, so that a line is named where it runs. */
    static void mark(Drawing.Sheet sheet, Point centre, ReportedArm arm) {
        sheet.add(disc(arm).at(centre));
    }

    /** What the legends and marks of these arms refer to. */
    public static List<Stamp> stamps(List<ReportedArm> arms) {
        return arms.stream().flatMap(arm -> Stream.of(disc(arm), key(arm))).toList();
    }

    private static Stamp disc(ReportedArm arm) {
        Stroke ring = Stroke.solid(Palette.series(arm.index()), 1.5);
        return new Stamp(
                "m" + arm.index(),
                ORIGIN,
                List.of(
                        new Shape.Dot(ORIGIN, 8, Ink.PAGE, Optional.of(ring)),
                        new Shape.Label(new Point(0, 3.6), arm.letter(), Anchor.MIDDLE, 10, Ink.TEXT, true)));
    }

    private static Stamp key(ReportedArm arm) {
        List<Point> sample = List.of(new Point(12, 0), new Point(44, 0));
        return new Stamp(
                "k" + arm.index(),
                ORIGIN,
                List.of(
                        new Shape.Polyline(sample, Palette.line(arm.index())),
                        disc(arm).at(new Point(10, 0)),
                        Names.of(arm, new Point(52, 4), 13)));
    }
}
