package dev.streamux.reports.drawing;

/**
 * A place in a drawing.
 *
 * @param x to the right, in units of the drawing
 * @param y downwards, in units of the drawing
 */
public record Point(double x, double y) {}
