package dev.streamux.reports.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves out points of a line that nobody would miss: those nearer to the line through their neighbours than a quarter of a
 * unit, by the method of Ramer (1972) and of Douglas and Peucker (1973).
 */
final class Simplification {
    private static final double TOLERANCE = 0.25;

    private Simplification() {}

    /** The points that are left, in their order; the first and the last always are. */
    static List<Point> of(List<Point> points) {
        if (points.size() < 3) {
            return points;
        }
        BitSet kept = new BitSet(points.size());
        kept.set(0);
        kept.set(points.size() - 1);
        keep(points, 0, points.size() - 1, kept);
        List<Point> left = new ArrayList<>(kept.cardinality());
        kept.stream().forEach(i -> left.add(points.get(i)));
        return left;
    }

    private static void keep(List<Point> points, int from, int to, BitSet kept) {
        double farthest = TOLERANCE;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(points.get(i), points.get(from), points.get(to));
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        if (at >= 0) {
            kept.set(at);
            keep(points, from, at, kept);
            keep(points, at, to, kept);
        }
    }

    /** From a point to the stretch between two others. */
    private static double distance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square;
        double part = Math.max(0, Math.min(1, along));
        return Math.hypot(point.x() - from.x() - part * dx, point.y() - from.y() - part * dy);
    }
}
