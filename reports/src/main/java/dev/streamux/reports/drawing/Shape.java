package dev.streamux.reports.drawing;

import java.util.List;
import java.util.Optional;

/** One thing on a drawing; later ones cover earlier ones. */
public sealed interface Shape {

    /** Whether the other shape, coming right after this one, can be part of the same element of SVG. */
    default boolean joins(Shape next) {
        return false;
    }

    /** A connected line through points; nothing for fewer than two. */
    record Polyline(List<Point> points, Stroke stroke) implements Shape {
        public Polyline {
            points = List.copyOf(points);
        }

        @Override
        public boolean joins(Shape next) {
            return next instanceof Polyline line && line.stroke.equals(stroke);
        }
    }

    /**
     * The line of a series, whose values a pointer can ask for.
     *
     * @param series from 0
     * @param points from left to right, at least two
     */
    record Curve(int series, List<Point> points, Stroke stroke) implements Shape {
        public Curve {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a curve of " + points.size() + " points; it needs at least two");
            }
        }
    }

    /**
     * A filled surface.
     *
     * @param points its corners in order; the last is joined to the first
     * @param opacity from 0, not seen, to 1
     */
    record Area(List<Point> points, Ink fill, double opacity) implements Shape {
        public Area {
            points = List.copyOf(points);
        }
    }

    /**
     * Many horizontal bars of one height and colour; one element in SVG however many there are.
     *
     * @param bars the left end of each, at its middle in height
     * @param lengths the length of each bar, in the order of {@code bars}
     * @param height of every bar
     */
    record Bars(List<Point> bars, List<Double> lengths, double height, Ink fill, double opacity) implements Shape {
        public Bars {
            bars = List.copyOf(bars);
            lengths = List.copyOf(lengths);
            if (bars.size() != lengths.size()) {
                throw new IllegalArgumentException(
                        bars.size() + " bars have " + lengths.size() + " lengths; each needs one");
            }
        }

        @Override
        public boolean joins(Shape next) {
            return next instanceof Bars other
                    && other.height == height
                    && other.fill.equals(fill)
                    && other.opacity == opacity;
        }
    }

    /**
     * A rectangle.
     *
     * @param radius of its corners, 0 for sharp ones
     * @param outline empty for none
     */
    record Box(double x, double y, double width, double height, double radius, Ink fill, Optional<Stroke> outline)
            implements Shape {
        @Override
        public boolean joins(Shape next) {
            return radius == 0
                    && next instanceof Box box
                    && box.radius == 0
                    && box.fill.equals(fill)
                    && box.outline.equals(outline);
        }
    }

    /** A disc; an empty {@code outline} draws none. */
    record Dot(Point centre, double radius, Ink fill, Optional<Stroke> outline) implements Shape {
        @Override
        public boolean joins(Shape next) {
            return next instanceof Dot dot
                    && dot.radius == radius
                    && dot.fill.equals(fill)
                    && outline.isEmpty()
                    && dot.outline.isEmpty();
        }
    }

    /**
     * A line of text.
     *
     * @param at where the base line starts, ends or has its middle, by {@code anchor}
     * @param text as it is; it may hold anything
     * @param size of the letters in units of the drawing
     */
    record Label(Point at, String text, Anchor anchor, double size, Ink ink, boolean bold) implements Shape {
        @Override
        public boolean joins(Shape next) {
            return next instanceof Label label
                    && label.anchor == anchor
                    && label.size == size
                    && label.ink.equals(ink)
                    && label.bold == bold;
        }
    }

    /**
     * Shapes that belong together, with words that appear when a pointer rests on them.
     *
     * @param tip as it is; it may hold anything
     */
    record Tipped(String tip, List<Shape> shapes) implements Shape {
        public Tipped {
            shapes = List.copyOf(shapes);
        }
    }

    /** Shapes to the right by {@code dx} and down by {@code dy} units. */
    record Moved(double dx, double dy, List<Shape> shapes) implements Shape {
        public Moved {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * The same shapes at many places of many drawings; a page holds them once.
     *
     * @param id unique on the page; letters and digits
     * @param at where the origin of the shapes lies
     * @param shapes around their own origin; the same for the same {@code id}
     */
    record Stamp(String id, Point at, List<Shape> shapes) implements Shape {
        public Stamp {
            shapes = List.copyOf(shapes);
        }

        /** The same elsewhere. */
        public Stamp at(Point place) {
            return new Stamp(id, place, shapes);
        }
    }

    /** Where the point of a label lies in it. */
    enum Anchor {
        /** The text starts there. */
        START,
        /** The text has its middle there. */
        MIDDLE,
        /** The text ends there. */
        END
    }
}
