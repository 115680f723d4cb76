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
    private static final double PITCH = 7;
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
        double width = Math.floor((WIDTH - NAMES) / moments.size() - GAP);
        List<Frame> frames = frames(arms, moments, width);
        for (int column = 0; column < moments.size(); column++) {
            double middle = NAMES + column * (width + GAP) + width / 2;
            sheet.label(new Point(middle, 15), Amounts.time(moments.get(column)), Anchor.MIDDLE, Ink.MUTED);
        }
        names(sheet, arms);
        frames.stream().filter(frame -> !frame.first()).forEach(frame -> sheet.add(frame.box(Stroke.GRID)));
        frames.stream().filter(Frame::first).forEach(frame -> sheet.add(frame.box(Stroke.solid(Ink.TEXT, 2))));
        frames.stream().filter(frame -> frame.share() == 0).forEach(frame -> sheet.add(frame.nothing()));
        frames.stream().filter(frame -> frame.share() > 0).forEach(frame -> sheet.add(frame.text()));
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

    private static void names(Drawing.Sheet sheet, List<ReportedArm> arms) {
        for (ReportedArm arm : arms) {
            sheet.add(Names.of(arm, new Point(0, top(arm) + 18), 14));
        }
        for (ReportedArm arm : arms) {
            sheet.bold(new Point(0, top(arm) + 35), arm.verdict(), Anchor.START, arm.verdictInk());
        }
        for (ReportedArm arm : arms) {
            String words = "first words " + Amounts.time(Reference.firstText(arm.result()));
            sheet.label(new Point(0, top(arm) + 51), words, Anchor.START, Ink.MUTED);
        }
    }

    private static double top(ReportedArm arm) {
        return TOP + arm.index() * ROW;
    }

    private static List<Frame> frames(List<ReportedArm> arms, List<Double> moments, double width) {
        List<Frame> frames = new ArrayList<>();
        for (ReportedArm arm : arms) {
            Optional<Specimen> typical = arm.sample().typical();
            double before = 0;
            for (int column = 0; column < moments.size(); column++) {
                double moment = moments.get(column);
                double share = typical.map(one -> one.shareAt(moment)).orElse(0.0);
                Point corner = new Point(NAMES + column * (width + GAP), top(arm));
                frames.add(new Frame(corner, width, share, share > 0 && before == 0));
                before = share;
            }
        }
        return frames;
    }

    /** One frame: where it is, the share of the answer it shows, and whether it is the first with any. */
    private record Frame(Point corner, double width, double share, boolean first) {

        Shape box(Stroke outline) {
            return new Shape.Box(corner.x(), corner.y(), width, FRAME, 0, Ink.SURFACE, Optional.of(outline));
        }

        Shape nothing() {
            Point at = new Point(corner.x() + width / 2, corner.y() + FRAME / 2 + 4);
            return new Shape.Label(at, "nothing", Anchor.MIDDLE, 11, Ink.MUTED, false);
        }

        /** Lines of text as bars, in whole units, which are short to write. */
        Shape text() {
            double full = width - 14;
            double remaining = share * total();
            List<Point> starts = new ArrayList<>();
            List<Double> lengths = new ArrayList<>();
            for (int line = 0; line < LINES && remaining > 1e-9; line++) {
                double part = Math.min(RAGGED[line], remaining);
                starts.add(new Point(corner.x() + 7, corner.y() + 9 + PITCH * line));
                lengths.add((double) Math.max(1, Math.round(part * full)));
                remaining -= part;
            }
            return new Shape.Bars(starts, lengths, LINE, Ink.TEXT, 0.8);
        }
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
