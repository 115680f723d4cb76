package dev.streamux.reports.chart;

import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.finding.Reference;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row for each arm, a frame for each moment: how much of the typical answer a reader saw by then. */
public final class Filmstrip {
    private static final double WIDTH = 1080;
    private static final double NAMES = 168;
    private static final double TOP = 26;
    private static final double ROW = 70;
    private static final double FRAME = 60;
    private static final double GAP = 6;
    private static final int MOST_FRAMES = 11;
    private static final int LINES = 7;
    private static final double LINE = 3.4;
    /** Line lengths of a ragged right margin, as shares of the full length. */
    private static final double[] RAGGED = {1, 0.9, 0.97, 0.84, 1, 0.93, 0.72};

    private Filmstrip() {}

    /**
     * The filmstrip.
     *
     * @param horizonMillis how far to the right it must at least go, > 0
     */
    public static Drawing of(List<ReportedArm> arms, double horizonMillis) {
        List<Double> moments = moments(horizonMillis);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, TOP + ROW * Math.max(1, arms.size()));
        double frameWidth = (WIDTH - NAMES) / moments.size() - GAP;
        for (int column = 0; column < moments.size(); column++) {
            double middle = NAMES + column * (frameWidth + GAP) + frameWidth / 2;
            sheet.label(new Point(middle, 15), Amounts.time(moments.get(column)), Anchor.MIDDLE, Ink.MUTED);
        }
        for (int row = 0; row < arms.size(); row++) {
            row(sheet, arms.get(row), TOP + row * ROW, moments, frameWidth);
        }
        return sheet.done("Filmstrip: what a reader has before them, moment by moment", words(arms));
    }

    /** Equal steps of 1, 2 or 5 times a power of ten, at most eleven of them, the last at or after the horizon. */
    public static List<Double> moments(double horizonMillis) {
        double power = Math.pow(10, Math.floor(Math.log10(horizonMillis / MOST_FRAMES)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (horizonMillis / step <= MOST_FRAMES) {
                break;
            }
        }
        List<Double> moments = new ArrayList<>();
        for (int i = 1; i <= Math.ceil(horizonMillis / step - 1e-9); i++) {
            moments.add(i * step);
        }
        return moments;
    }

    private static void row(Drawing.Sheet sheet, ReportedArm arm, double top, List<Double> moments, double frameWidth) {
        sheet.add(new Shape.Tipped(
                arm.name(),
                List.of(new Shape.Label(new Point(0, top + 18), arm.label(), Anchor.START, 14, Ink.TEXT, true))));
        sheet.bold(new Point(0, top + 35), arm.verdict(), Anchor.START, arm.verdictInk());
        sheet.label(
                new Point(0, top + 51),
                "first words " + Amounts.time(Reference.firstText(arm.result())),
                Anchor.START,
                Ink.MUTED);
        Optional<Specimen> typical = arm.sample().typical();
        double before = 0;
        for (int column = 0; column < moments.size(); column++) {
            double share = typical.isEmpty() ? 0 : typical.get().shareAt(moments.get(column));
            double left = NAMES + column * (frameWidth + GAP);
            frame(sheet, new Point(left, top), frameWidth, new Frame(moments.get(column), share, before == 0));
            before = share;
        }
    }

    /** One frame: its moment, the share shown, and whether nothing was shown in the one before it. */
    private record Frame(double millis, double share, boolean fresh) {}

    private static void frame(Drawing.Sheet sheet, Point corner, double width, Frame frame) {
        boolean first = frame.share() > 0 && frame.fresh();
        Stroke outline = first ? Stroke.solid(Ink.TEXT, 2) : Stroke.solid(Ink.GRID, 1);
        Shape box = new Shape.Box(corner.x(), corner.y(), width, FRAME, 4, Ink.SURFACE, Optional.of(outline));
        String tip = Amounts.time(frame.millis()) + ": " + Amounts.percent(frame.share()) + " visible";
        List<Shape> shapes = new ArrayList<>();
        shapes.add(box);
        if (frame.share() == 0) {
            shapes.add(new Shape.Label(
                    new Point(corner.x() + width / 2, corner.y() + FRAME / 2 + 4),
                    "nothing",
                    Anchor.MIDDLE,
                    11,
                    Ink.MUTED,
                    false));
        } else {
            shapes.add(text(corner, width, frame.share()));
        }
        sheet.add(new Shape.Tipped(tip, shapes));
    }

    private static Shape text(Point corner, double width, double share) {
        double left = corner.x() + 7;
        double full = width - 14;
        double pitch = (FRAME - 10) / LINES;
        double remaining = share * total();
        List<Point> starts = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        for (int line = 0; line < LINES && remaining > 1e-9; line++) {
            double part = Math.min(RAGGED[line], remaining);
            starts.add(new Point(left, corner.y() + 5 + pitch * (line + 0.5)));
            lengths.add(Math.max(1, part * full));
            remaining -= part;
        }
        return new Shape.Bars(starts, lengths, LINE, Ink.TEXT, 0.8);
    }

    private static double total() {
        double sum = 0;
        for (double length : RAGGED) {
            sum += length;
        }
        return sum;
    }

    private static String words(List<ReportedArm> arms) {
        return arms.stream()
                .map(arm -> arm.name() + ": first words after " + Amounts.time(Reference.firstText(arm.result()))
                        + ", whole after " + Amounts.time(Reference.total(arm.result())))
                .collect(Collectors.joining("; ", "", "."));
    }
}
