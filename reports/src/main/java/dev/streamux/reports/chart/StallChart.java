package dev.streamux.reports.chart;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.reports.drawing.Drawing;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.drawing.Point;
import dev.streamux.reports.drawing.Scale;
import dev.streamux.reports.drawing.Shape;
import dev.streamux.reports.drawing.Shape.Anchor;
import dev.streamux.reports.drawing.Stroke;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the response with the longest wait of each arm stood still: the wait for the first words, and every stall. */
public final class StallChart {
    private static final double WIDTH = 1080;
    private static final double NAMES = 168;
    private static final double ROW = 30;

    private StallChart() {}

    /**
     * The chart.
     *
     * @param stallMillis a gap longer than this is a stall
     */
    public static Drawing of(List<ReportedArm> arms, double stallMillis) {
        double end = arms.stream()
                .flatMap(arm -> arm.sample().worst().stream())
                .mapToDouble(Specimen::endMillis)
                .max()
                .orElse(1000);
        double bottom = 8 + ROW * Math.max(1, arms.size());
        Scale x = Scale.linear(0, Math.max(1, end * 1.01), NAMES, WIDTH - 8);
        Drawing.Sheet sheet = Drawing.sheet(WIDTH, bottom + 42);
        for (double tick : x.ticks()) {
            sheet.line(new Point(x.at(tick), 4), new Point(x.at(tick), bottom), Stroke.GRID);
        }
        for (double tick : x.ticks()) {
            sheet.label(new Point(x.at(tick), bottom + 18), Amounts.seconds(tick), Anchor.MIDDLE, Ink.MUTED);
        }
        for (int i = 0; i < arms.size(); i++) {
            sheet.add(Names.of(arms.get(i), new Point(0, 12 + ROW * (i + 0.5)), 13));
        }
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < arms.size(); i++) {
                bars(sheet, kind, arms.get(i), x, 8 + ROW * (i + 0.5), stallMillis);
            }
        }
        sheet.label(
                new Point((NAMES + WIDTH) / 2, bottom + 36),
                "seconds after the question was sent",
                Anchor.MIDDLE,
                Ink.TEXT);
        return sheet.done("Silences in the answer with the longest wait", words(arms, stallMillis));
    }

    /** What a bar stands for, from the ground up. */
    private enum Kind {
        ANSWER,
        FIRST_WAIT,
        STALL;

        double height() {
            return this == ANSWER ? 4 : 14;
        }

        Ink ink() {
            return switch (this) {
                case ANSWER -> Ink.GRID;
                case FIRST_WAIT -> Ink.MUTED;
                case STALL -> Ink.WARNING;
            };
        }
    }

    private static void bars(Drawing.Sheet sheet, Kind kind, ReportedArm arm, Scale x, double y, double stallMillis) {
        if (arm.sample().worst().isEmpty()) {
            return;
        }
        Specimen worst = arm.sample().worst().get();
        List<Double> ends =
                kind == Kind.ANSWER ? List.of(0.0, worst.endMillis()) : silences(worst.curve(), stallMillis);
        List<Point> starts = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i < ends.size(); i += 2) {
            if (kind == Kind.ANSWER || (i == 0) == (kind == Kind.FIRST_WAIT)) {
                starts.add(new Point(x.at(ends.get(i)), y));
                lengths.add(Math.max(1, x.at(ends.get(i + 1)) - x.at(ends.get(i))));
            }
        }
        sheet.add(new Shape.Bars(starts, lengths, kind.height(), kind.ink(), 1));
    }

    /** Pairs of start and end in milliseconds: the wait for the first text, then every stall. */
    public static List<Double> silences(TextCurve curve, double stallMillis) {
        List<Double> silences = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            double from = i == 0 ? 0 : curve.timeNanos(i - 1) / 1e6;
            double to = curve.timeNanos(i) / 1e6;
            if (i == 0 || to - from > stallMillis) {
                silences.add(from);
                silences.add(to);
            }
        }
        return silences;
    }

    private static String words(List<ReportedArm> arms, double stallMillis) {
        return arms.stream()
                .map(arm -> {
                    int stalls = arm.sample()
                            .worst()
                            .map(worst -> Math.max(
                                    0, silences(worst.curve(), stallMillis).size() / 2 - 1))
                            .orElse(0);
                    return arm.name() + ": " + stalls + (stalls == 1 ? " stall" : " stalls");
                })
                .collect(Collectors.joining("; ", "", "."));
    }
}
