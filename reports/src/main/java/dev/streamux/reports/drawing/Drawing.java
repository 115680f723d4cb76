package dev.streamux.reports.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture: a size, shapes, and what it says in words for those who do not see it.
 *
 * @param width > 0
 * @param height > 0
 * @param title what the picture is
 * @param description the finding in words
 * @param axes the scales of its curves; empty if it has none that a pointer can ask for values
 * @param shapes from the ground up
 */
public record Drawing(
        double width, double height, String title, String description, Optional<Axes> axes, List<Shape> shapes) {
    public Drawing {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a drawing is " + width + " by " + height + "; both must be > 0");
        }
        shapes = List.copyOf(shapes);
    }

    /** A sheet to draw on. */
    public static Sheet sheet(double width, double height) {
        return new Sheet(width, height);
    }

    /** Collects shapes. Not thread-safe. */
    public static final class Sheet {
        private final double width;
        private final double height;
        private final List<Shape> shapes = new ArrayList<>();
        private Optional<Axes> axes = Optional.empty();

        private Sheet(double width, double height) {
            this.width = width;
            this.height = height;
        }

        /** Adds any shape. */
        public Sheet add(Shape shape) {
            shapes.add(shape);
            return this;
        }

        /** Adds a straight line. */
        public Sheet line(Point from, Point to, Stroke stroke) {
            return add(new Shape.Polyline(List.of(from, to), stroke));
        }

        /** Adds a filled rectangle with sharp corners and no outline. */
        public Sheet box(Point corner, double boxWidth, double boxHeight, Ink fill) {
            return add(new Shape.Box(corner.x(), corner.y(), boxWidth, boxHeight, 0, fill, Optional.empty()));
        }

        /** Adds a small text in this ink. */
        public Sheet label(Point at, String text, Shape.Anchor anchor, Ink ink) {
            return add(new Shape.Label(at, text, anchor, 12, ink, false));
        }

        /** Adds a small bold text. */
        public Sheet bold(Point at, String text, Shape.Anchor anchor, Ink ink) {
            return add(new Shape.Label(at, text, anchor, 12, ink, true));
        }

        /** Lets a pointer ask for the values of curves. */
        public Sheet axes(Scale x, Scale y) {
            axes = Optional.of(new Axes(x, y));
            return this;
        }

        /** The drawing so far. */
        public Drawing done(String title, String description) {
            return new Drawing(width, height, title, description, axes, shapes);
        }
    }
}
