package dev.streamux.reports.drawing;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param width in units of the drawing, > 0
 * @param dash lengths of dashes and gaps, separated by a space; empty for a solid line
 */
public record Stroke(Ink ink, double width, String dash) {
    /** A thin line behind the data. */
    public static final Stroke GRID = solid(Ink.GRID, 1);
    /** The line of an axis. */
    public static final Stroke AXIS = solid(Ink.MUTED, 1);

    /** A solid line. */
    public static Stroke solid(Ink ink, double width) {
        return new Stroke(ink, width, "");
    }
}
