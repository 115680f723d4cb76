package dev.streamux.reports.drawing;

import java.util.List;

/**
 * The data of a path element, as short as it can be: tenths of a unit, each place relative to the one before.
 *
 * <p>Not thread-safe.
 */
final class PathData {
    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char command;

    /** Starts a new part at this place. */
    PathData move(Point to) {
        long toX = tenths(to.x());
        long toY = tenths(to.y());
        if (out.length() == 0) {
            command('M');
            number(toX);
            number(toY);
        } else {
            command('m');
            number(toX - x);
            number(toY - y);
        }
        x = startX = toX;
        y = startY = toY;
        return this;
    }

    /** A line to this place; nothing if it is where the last one ended. */
    PathData line(Point to) {
        long toX = tenths(to.x());
        long toY = tenths(to.y());
        if (toY == y && toX != x) {
            command('h');
            number(toX - x);
        } else if (toX == x && toY != y) {
            command('v');
            number(toY - y);
        } else if (toX != x) {
            command('l');
            number(toX - x);
            number(toY - y);
        }
        x = toX;
        y = toY;
        return this;
    }

    /** A line through all of these points as a part of its own. */
    PathData lines(List<Point> points) {
        move(points.get(0));
        points.subList(1, points.size()).forEach(this::line);
        return this;
    }

    /** A point: a line without length, which a round cap makes a disc. */
    PathData point(Point at) {
        move(at);
        command('h');
        number(0);
        return this;
    }

    /** Joins the part's end with its start. */
    PathData close() {
        out.append('z');
        command = 'z';
        x = startX;
        y = startY;
        return this;
    }

    /** A letter that would only repeat the last one is left out, as the grammar of paths allows. */
    private void command(char letter) {
        // After a move, further pairs of numbers are lines, so a second move needs its letter.
        if (letter != command || letter == 'm' || letter == 'M') {
            out.append(letter);
            command = letter;
        }
    }

    private void number(long tenths) {
        char before = out.charAt(out.length() - 1);
        if (tenths >= 0 && (before >= '0' && before <= '9')) {
            out.append(' ');
        }
        out.append(text(tenths));
    }

    /** A number of tenths without needless digits: {@code 3}, {@code 0.5} as {@code .5}. */
    private static String text(long tenths) {
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        String digits = rest == 0 ? String.valueOf(whole) : (whole == 0 ? "" : String.valueOf(whole)) + "." + rest;
        return tenths < 0 ? "-" + digits : digits;
    }

    private static long tenths(double value) {
        return Math.round(value * 10);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
