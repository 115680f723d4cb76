package dev.streamux.reports.drawing;

import java.util.List;
import java.util.Optional;

/** One thing on a drawing; later ones cover earlier ones. */
public sealed interface Shape {

    /** A connected line through points; nothing for fewer than two. */
    record Polyline(List<Point> points, Stroke stroke) implements Shape {
        public Polyline {
            points = List.copyOf(points);
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
    }

    /**
     * A rectangle.
     *
     * @param radius of its corners, 0 for sharp ones
     * @param outline empty for none
     */
    record Box(double x, double y, double width, double height, double radius, Ink fill, Optional<Stroke> outline)
            implements Shape {}

    /** A disc; an empty {@code outline} draws none. */
    record Dot(Point centre, double radius, Ink fill, Optional<Stroke> outline) implements Shape {}

    /**
     * A line of text.
     *
     * @param at where the base line starts, ends or has its middle, by {@code anchor}
     * @param text as it is; it may hold anything
     * @param size of the letters in units of the drawing
     */
    record Label(Point at, String text, Anchor anchor, double size, Ink ink, boolean bold) implements Shape {}

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
