package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.words.Sentence;
import java.util.List;

/** The names of rows; one that had to be shortened is whole under a pointer. */
final class Names {
    private Names() {}

    /** The name of an arm. */
    static Shape of(ReportedArm arm, Point at, double size) {
        return of(arm.name(), arm.label(), at, size);
    }

    /** Any name, shortened to so many characters. */
    static Shape of(String name, int most, Point at, double size) {
        return of(name, Sentence.shortened(name, most), at, size);
    }

    private static Shape of(String name, String shown, Point at, double size) {
        Shape label = new Shape.Label(at, shown, Anchor.START, size, Ink.TEXT, true);
        return shown.equals(name) ? label : new Shape.Tipped(name, List.of(label));
    }
}
